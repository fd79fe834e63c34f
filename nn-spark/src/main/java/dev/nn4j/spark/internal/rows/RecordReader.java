// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.core.table.Table;
import java.io.Serializable;
import java.util.List;

/**
 * Reads records as rows, wherever it is sent.
 *
 * @param plan how they were read
 */
public record RecordReader(RowPlan plan) implements Serializable {
    /**
     * The rows of records, in their order.
     *
     * @param line number of the first, for messages
     */
    public Table read(List<byte[]> records, long line) {
        return new RecordFormat(plan).decode(records, line);
    }
}
