// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.table.SourceRow;
import java.util.List;
import java.util.Optional;

/**
 * Rows that were read and are predicted together.
 *
 * @param rows in the order of the source
 * @param fault what came in place of the next row; a row of these that cannot be read counts before it
 */
record ReadUnit(List<SourceRow> rows, Optional<Exception> fault) {}
