// SPDX-License-Identifier: Apache-2.0
/** What there is to say of the columns of a table before anything is learnt from it. */
@NullMarked
package dev.nn4j.report.internal.data;

import org.jspecify.annotations.NullMarked;
