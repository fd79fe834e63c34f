// SPDX-License-Identifier: Apache-2.0
/** What there is to say of several models on the same rows. */
@NullMarked
package dev.nn4j.report.comparison;

import org.jspecify.annotations.NullMarked;
