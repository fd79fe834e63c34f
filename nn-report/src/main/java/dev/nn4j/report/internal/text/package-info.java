// SPDX-License-Identifier: Apache-2.0
/** Tables and words for people. */
@NullMarked
package dev.nn4j.report.internal.text;

import org.jspecify.annotations.NullMarked;
