// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.Table;
import dev.nn4j.spark.internal.rows.ContentRows;
import dev.nn4j.spark.internal.rows.RowPlan;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;

/**
 * Rows of a DataFrame as a table of one machine, such as an {@link dev.nn4j.core.metrics.Evaluator} takes.
 *
 * @since 0.1.0
 */
public final class SparkTables {
    private SparkTables() {}

    /**
     * Brings the rows to the driver, in the order of their content, so that what is computed of them does not depend on files
     * and partitions.
     *
     * @param types how each column is read
     * @throws dev.nn4j.api.DataException if a cell cannot be used, or there are more than five million rows
     */
    public static Table collect(Dataset<?> frame, Function<String, CellType> types) {
        int partitions = JavaSparkContext.fromSparkContext(frame.sparkSession().sparkContext())
                .defaultParallelism();
        RowPlan plan = RowPlan.reading(List.of(frame.columns()), types);
        ContentRows rows = ContentRows.of(frame, plan, partitions).requireFew();
        return rows.take(0, rows.count());
    }
}
