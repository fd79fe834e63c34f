// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.util.List;

/**
 * A row of a file.
 *
 * @param line where it begins, counted from 1
 * @param cells its texts
 */
public record Row(long line, List<String> cells) {}
