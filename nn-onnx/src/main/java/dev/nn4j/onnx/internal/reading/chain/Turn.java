// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

/** What an operator says of whether the rows of a network are the rows of its matrices, or their columns. */
enum Turn {
    /** Nothing: they are what they were. */
    NONE,
    /** x·W: rows before and after it. */
    ROWS,
    /** W·x: columns before and after it. */
    COLUMNS,
    /** xᵀ·W: columns before it, rows after it. */
    COLUMNS_TO_ROWS,
    /** xᵀ: the one before it, the other after it. */
    EXCHANGED
}
