// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.UnpredictableRow;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Predicts rows that are given one by one, many together: cells to raw rows to outputs. For one thread. */
final class RowAnswers {
    /** Numbers of the rows that are predicted together: of very wide rows, there are fewer. */
    private static final int MOST_FLOATS = 1 << 22;

    private final Predictor predictor;
    private final Scratch scratch;
    private final String source;
    private final List<String> columns;
    private final RowBinding binding;
    private final List<SourceRow> rows = new ArrayList<>();
    private final boolean[] answered;
    private final float[] inputs;
    private final float[] outputs;
    /** The outputs themselves, where they are all that is said of a target. */
    private final float[] details;

    private final float[] spread;

    /**
     * Finds the columns; reads no row of the source.
     *
     * @param scratch of the predictor
     * @param needSpread whether blocks say how far an ensemble's networks are apart
     * @param mostRows that are predicted together, at least 1
     * @throws DataException if a column is missing
     */
    RowAnswers(Predictor predictor, Scratch scratch, RowSource source, boolean needSpread, int mostRows) {
        this.predictor = predictor;
        this.scratch = scratch;
        this.source = source.source();
        this.columns = source.header();
        this.binding = predictor.schema().bind(this.source, columns);
        int width = Math.max(predictor.schema().rawWidth(), predictor.schema().detailWidth());
        int most = Math.max(1, Math.min(mostRows, MOST_FLOATS / width));
        this.answered = new boolean[most];
        this.inputs = new float[most * predictor.schema().rawWidth()];
        this.outputs = new float[most * predictor.schema().outputs()];
        boolean hasDetails = predictor.schema().distribution().outputs() > 1;
        this.details = hasDetails ? new float[most * predictor.schema().detailWidth()] : outputs;
        this.spread = new float[hasDetails || needSpread ? outputs.length : 0];
    }

    /** Forgets the rows. */
    void clear() {
        rows.clear();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether there is no room for another row. */
    boolean isFull() {
        return rows.size() == answered.length;
    }

    /**
     * Takes a row, which may be blank.
     *
     * @param tally counts what the model's policies let through
     * @throws DataException if a cell cannot be read, at its place
     */
    void add(SourceRow row, InputTally tally) {
        int at = rows.size();
        int width = predictor.schema().rawWidth();
        answered[at] = !row.isBlank() && binding.read(row, inputs, at * width, tally);
        if (!answered[at]) {
            // numbers that any model takes, for a row that stays without an answer
            Arrays.fill(inputs, at * width, (at + 1) * width, 0);
        }
        rows.add(row);
    }

    /**
     * Predicts the rows, whose block is to be read before others are taken.
     *
     * @throws DataException if one cannot be predicted, at its line and not at its place among these
     */
    PredictedBlock predict() {
        try {
            if (details != outputs) {
                predictor.predictDetails(inputs, rows.size(), details, spread, scratch);
                pickAnswers();
            } else if (spread.length > 0) {
                predictor.predict(inputs, rows.size(), outputs, spread, scratch);
            } else {
                predictor.predict(inputs, rows.size(), outputs, scratch);
            }
        } catch (DataException e) {
            throw placed(UnpredictableRow.find(predictor, inputs, rows.size(), scratch)
                    .orElseThrow(() -> e));
        }
        return new PredictedBlock(predictor.schema(), rows, answered, inputs, outputs, details, spread);
    }

    private void pickAnswers() {
        TargetDistribution distribution = predictor.schema().distribution();
        for (int i = 0; i < rows.size() * predictor.schema().outputs(); i++) {
            outputs[i] = details[i * distribution.outputs() + distribution.answer()];
        }
    }

    private DataException placed(UnpredictableRow row) {
        int column = row.feature().map(this::columnOf).orElse(1);
        return new DataException(rows.get(row.row()).location(source, column), row.problem());
    }

    private int columnOf(String feature) {
        int field = columns.indexOf(feature);
        return (field < 0 ? predictor.schema().featureNames().indexOf(feature) : field) + 1;
    }
}
