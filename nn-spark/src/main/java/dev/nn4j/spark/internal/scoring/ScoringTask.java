// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Answers the rows of a partition. */
public final class ScoringTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SharedModel> model;
    private final ScoringPlan plan;

    public ScoringTask(Broadcast<SharedModel> model, ScoringPlan plan) {
        this.model = model;
        this.plan = plan;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        String source = "partition " + TaskContext.getPartitionId();
        return new Scored(rows, new RowScorer(model.value().model(), plan, source), plan.batchRows());
    }

    /** Takes as many rows as are answered together, and gives them one by one. */
    private static final class Scored implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final RowScorer scorer;
        private final int batchRows;
        private Iterator<Row> waiting = Collections.emptyIterator();

        Scored(Iterator<Row> rows, RowScorer scorer, int batchRows) {
            this.rows = rows;
            this.scorer = scorer;
            this.batchRows = batchRows;
        }

        @Override
        public boolean hasNext() {
            while (!waiting.hasNext() && rows.hasNext()) {
                List<Row> some = new ArrayList<>();
                while (some.size() < batchRows && rows.hasNext()) {
                    some.add(rows.next());
                }
                waiting = scorer.score(some).iterator();
            }
            return waiting.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("scoring: there are no more rows");
            }
            return waiting.next();
        }
    }
}
