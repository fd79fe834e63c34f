// SPDX-License-Identifier: Apache-2.0
/** Rows of a source on their way into a table. */
@NullMarked
package dev.nn4j.io.internal.rows;

import org.jspecify.annotations.NullMarked;
