// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Answers rows, some at a time. For one thread. */
final class RowScorer {
    private final Reading reading;
    private final AnswerColumns answers;
    private final PredictedBatch batch;
    private final RowFault fault;
    private final int answerCount;
    private long number;

    /** How a raw row is got out of a row. */
    private interface Reading {
        void read(long number, Row row, float[] into, int at);
    }

    RowScorer(Model model, ScoringPlan plan, String source) {
        this.reading = plan.features().isEmpty()
                ? new RowReader(model.schema(), source, plan.columns())::read
                : new VectorReader(
                        model.schema(), source, plan.features(), plan.columns().indexOf(plan.features()))::read;
        this.answers = new AnswerColumns(model, plan.answers());
        this.batch = new PredictedBatch(model, plan.batchRows(), answers.needSpread());
        this.fault = plan.fault();
        this.answerCount = answers.count();
    }

    /** The rows with their answers behind what they held, in their order. */
    List<Row> score(List<Row> rows) {
        BitSet usable = read(rows);
        predict(rows.size(), usable);
        List<Row> scored = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (usable.get(i) || fault == RowFault.KEEP) {
                scored.add(scored(rows.get(i), i, usable.get(i)));
            }
        }
        return scored;
    }

    /** The answers to one row alone, without the lists of many; null if it is to be skipped. */
    @Nullable
    Row answersTo(Row row) {
        boolean isUsable = isRead(row, 0) && isPredicted();
        if (!isUsable && fault == RowFault.SKIP) {
            return null;
        }
        Object[] values = new Object[answerCount];
        if (isUsable) {
            answers.write(batch, 0, values, 0);
        }
        return RowFactory.create(values);
    }

    private BitSet read(List<Row> rows) {
        BitSet usable = new BitSet(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            usable.set(i, isRead(rows.get(i), i));
        }
        return usable;
    }

    private boolean isRead(Row row, int place) {
        number++;
        try {
            reading.read(number, row, batch.rows(), batch.at(place));
            return true;
        } catch (DataException e) {
            requireLeniency(e);
            Arrays.fill(batch.rows(), batch.at(place), batch.at(place + 1), 0);
            return false;
        }
    }

    private boolean isPredicted() {
        try {
            batch.predict(1);
            return true;
        } catch (DataException e) {
            requireLeniency(e);
            return false;
        }
    }

    private void predict(int count, BitSet usable) {
        try {
            batch.predict(count);
        } catch (DataException e) {
            requireLeniency(e);
            for (int i = 0; i < count; i++) {
                usable.set(i, usable.get(i) && batch.isPredicted(i));
            }
        }
    }

    private void requireLeniency(DataException e) {
        if (fault == RowFault.ERROR) {
            throw new DataException(e.getMessage() + "; correct the rows, or set handleInvalid to keep or skip");
        }
    }

    private Row scored(Row row, int place, boolean isUsable) {
        int width = row.size();
        Object[] values = new Object[width + answerCount];
        for (int i = 0; i < width; i++) {
            values[i] = row.get(i);
        }
        if (isUsable) {
            answers.write(batch, place, values, width);
        }
        return RowFactory.create(values);
    }
}
