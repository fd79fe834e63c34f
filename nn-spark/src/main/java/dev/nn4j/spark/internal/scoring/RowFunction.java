// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Answers one row at a time, as SQL asks for it. Tasks share it, so each thread has a scorer of its own. */
public final class RowFunction implements UDF1<Row, Row> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SharedModel> model;
    private final AnswerSettings answers;
    private final RowFault fault;
    private transient volatile @Nullable ThreadLocal<Scorer> scorers;
    /** The one that was asked last: nearly always that of the only thread, which is then not looked up for each row. */
    private transient volatile @Nullable Scorer last;

    /** A scorer, and the thread and the columns that it was made for. */
    private record Scorer(Thread owner, StructType columns, RowScorer scorer) {
        @SuppressWarnings("ReferenceEquality") // rows of one partition share theirs, and equals compares all columns
        boolean isFor(StructType others) {
            return columns == others || columns.equals(others);
        }
    }

    public RowFunction(Broadcast<SharedModel> model, AnswerSettings answers, RowFault fault) {
        this.model = model;
        this.answers = answers;
        this.fault = fault;
    }

    @Override
    public @Nullable Row call(Row row) {
        return scorer(row.schema()).answersTo(row);
    }

    private RowScorer scorer(StructType columns) {
        Scorer known = last;
        if (known == null || known.owner != Thread.currentThread() || !known.isFor(columns)) {
            known = ofThisThread(columns);
            last = known;
        }
        return known.scorer;
    }

    private Scorer ofThisThread(StructType columns) {
        ThreadLocal<Scorer> own = own();
        Scorer known = own.get();
        if (known == null || !known.isFor(columns)) {
            ScoringPlan plan = new ScoringPlan(List.of(columns.fieldNames()), "", answers, 1, fault);
            String source = "partition " + TaskContext.getPartitionId();
            known = new Scorer(
                    Thread.currentThread(), columns, new RowScorer(model.value().model(), plan, source));
            own.set(known);
        }
        return known;
    }

    private synchronized ThreadLocal<Scorer> own() {
        ThreadLocal<Scorer> own = scorers;
        if (own == null) {
            own = new ThreadLocal<>();
            scorers = own;
        }
        return own;
    }
}
