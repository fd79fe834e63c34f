// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

/**
 * Whole rows of plain CSV that were read and not yet taken apart.
 *
 * @param bytes which stay as they are
 * @param from where the rows begin
 * @param to where the rows end
 * @param line at which the first begins, counted from 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not compared
record ByteBlock(byte[] bytes, int from, int to, long line) {}
