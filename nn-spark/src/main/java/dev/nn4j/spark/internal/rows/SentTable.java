// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/**
 * Rows that came to the driver, and go from there to every executor that asks for them, until it is closed.
 *
 * @param context on which tasks are run
 * @param table for tasks, in the order of the rows' content
 * @param own the same for the driver
 */
public record SentTable(JavaSparkContext context, Broadcast<SharedTable> table, SharedTable own)
        implements AutoCloseable {
    /**
     * Those of a DataFrame, as an experiment reads them.
     *
     * @throws dev.nn4j.api.DataException if a column is missing, a row cannot be used, or there are more than five million
     */
    public static SentTable of(Dataset<?> frame, Experiment experiment) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(frame.sparkSession().sparkContext());
        RowPlan plan = RowPlan.of(experiment, List.of(frame.columns()));
        SharedTable rows = ContentRows.of(frame, plan, context.defaultParallelism())
                .requireFew()
                .all();
        return new SentTable(context, context.broadcast(rows), rows);
    }

    /** The rows as they are here. */
    public Table here() {
        return own.table();
    }

    /** Executors forget them. */
    @Override
    public void close() {
        table.destroy();
    }
}
