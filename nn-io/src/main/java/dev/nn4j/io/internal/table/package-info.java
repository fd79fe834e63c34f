// SPDX-License-Identifier: Apache-2.0
/** Tables on a disk: their file, written row by row, and its cells mapped into memory. */
@NullMarked
package dev.nn4j.io.internal.table;

import org.jspecify.annotations.NullMarked;
