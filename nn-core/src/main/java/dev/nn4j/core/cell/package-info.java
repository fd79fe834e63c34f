// SPDX-License-Identifier: Apache-2.0
/**
 * What a cell of a table can hold, and how its text is read: numbers, dates, marks for missing values. Nothing here
 * knows of tables.
 */
@NullMarked
package dev.nn4j.core.cell;

import org.jspecify.annotations.NullMarked;
