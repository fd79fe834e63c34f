// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.core.table.Table;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Makes records of the rows of a partition, some at a time. */
final class ReadTask implements PairFlatMapFunction<Iterator<Row>, byte[], Byte> {
    private static final long serialVersionUID = 1;
    private static final int ROWS_AT_ONCE = 1024;
    private static final Byte NOTHING = 0;

    private final RowPlan plan;

    ReadTask(RowPlan plan) {
        this.plan = plan;
    }

    @Override
    public Iterator<Tuple2<byte[], Byte>> call(Iterator<Row> rows) {
        RecordFormat format = new RecordFormat(plan);
        String source = "partition " + TaskContext.getPartitionId();
        return new Iterator<>() {
            private Iterator<byte[]> waiting = Collections.emptyIterator();
            private long line = 1;

            @Override
            public boolean hasNext() {
                while (!waiting.hasNext() && rows.hasNext()) {
                    Table some = plan.read(source, rows, line, ROWS_AT_ONCE);
                    line += ROWS_AT_ONCE;
                    waiting = format.encode(some).iterator();
                }
                return waiting.hasNext();
            }

            @Override
            public Tuple2<byte[], Byte> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("reading: there are no more rows");
                }
                return new Tuple2<>(waiting.next(), NOTHING);
            }
        };
    }
}
