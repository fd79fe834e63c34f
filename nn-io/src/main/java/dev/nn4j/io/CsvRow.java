// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param line where it begins in the file, counted from 1
 * @param cells its texts, as many as it has; unmodifiable
 */
public record CsvRow(long line, List<String> cells) {}
