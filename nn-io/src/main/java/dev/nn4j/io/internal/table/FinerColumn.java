// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

/**
 * A column of numbers that floats do not do for, from a row on: from there the file holds what floats leave out.
 *
 * @param place of the column in a row
 * @param firstRow from which on
 */
record FinerColumn(int place, int firstRow) {}
