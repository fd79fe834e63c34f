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
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Predicts the rows of a source block by block, in order: cells to raw rows to outputs. For one thread. */
public final class PredictionBlocks {
    /** How many rows a block of a source has that goes on. */
    public static final int USUAL_ROWS = 256;
    /** Numbers of the rows of a block: of very wide rows, fewer are read together. */
    private static final int MOST_FLOATS = 1 << 22;

    private final Predictor predictor;
    private final Scratch scratch;
    private final RowSource source;
    private final RowBinding binding;
    private final InputTally tally;
    private final List<SourceRow> block = new ArrayList<>();
    private final boolean[] answered;
    private final float[] inputs;
    private final float[] outputs;
    /** The outputs themselves, where they are all that is said of a target. */
    private final float[] details;

    private final float[] spread;

    /**
     * Finds the columns; reads no row yet.
     *
     * @param scratch of the predictor
     * @param tally counts what the model's policies let through, and says which rows have no prediction rather than end it all
     * @param needSpread whether blocks say how far an ensemble's networks are apart
     * @param mostRows of a block, at least 1
     * @throws DataException if a column is missing
     */
    public PredictionBlocks(
            Predictor predictor,
            Scratch scratch,
            RowSource source,
            InputTally tally,
            boolean needSpread,
            int mostRows) {
        this.predictor = predictor;
        this.scratch = scratch;
        this.source = source;
        this.tally = tally;
        this.binding = predictor.schema().bind(source.source(), source.header());
        int width = Math.max(predictor.schema().rawWidth(), predictor.schema().detailWidth());
        int rows = Math.max(1, Math.min(mostRows, MOST_FLOATS / width));
        this.answered = new boolean[rows];
        this.inputs = new float[rows * predictor.schema().rawWidth()];
        this.outputs = new float[rows * predictor.schema().outputs()];
        boolean hasDetails = predictor.schema().distribution().outputs() > 1;
        this.details = hasDetails ? new float[rows * predictor.schema().detailWidth()] : outputs;
        this.spread = new float[hasDetails || needSpread ? outputs.length : 0];
    }

    /**
     * Reads and predicts the next rows; empty at the end.
     *
     * @throws IOException if the source cannot be read
     * @throws DataException if a row cannot be read or predicted, at its place
     */
    public Optional<PredictedBlock> next() throws IOException {
        block.clear();
        while (block.size() < answered.length) {
            Optional<SourceRow> row = source.nextOrBlank();
            if (row.isEmpty()) {
                break;
            }
            answered[block.size()] = !row.get().isBlank() && read(row.get());
            if (!answered[block.size()]) {
                passOver(block.size());
            }
            block.add(row.get());
        }
        if (block.isEmpty()) {
            return Optional.empty();
        }
        predict();
        return Optional.of(new PredictedBlock(predictor.schema(), block, answered, inputs, outputs, details, spread));
    }

    private boolean read(SourceRow row) {
        int at = block.size() * predictor.schema().rawWidth();
        return binding.read(row, inputs, at, tally);
    }

    /** Gives a row that stays without an answer numbers that any model takes. */
    private void passOver(int row) {
        int width = predictor.schema().rawWidth();
        Arrays.fill(inputs, row * width, (row + 1) * width, 0);
    }

    /** A row that cannot be predicted is named by its line, not by its place in the block. */
    private void predict() {
        try {
            if (details != outputs) {
                predictor.predictDetails(inputs, block.size(), details, spread, scratch);
                pickAnswers();
            } else if (spread.length > 0) {
                predictor.predict(inputs, block.size(), outputs, spread, scratch);
            } else {
                predictor.predict(inputs, block.size(), outputs, scratch);
            }
        } catch (DataException e) {
            throw placed(UnpredictableRow.find(predictor, inputs, block.size(), scratch)
                    .orElseThrow(() -> e));
        }
    }

    private void pickAnswers() {
        TargetDistribution distribution = predictor.schema().distribution();
        for (int i = 0; i < block.size() * predictor.schema().outputs(); i++) {
            outputs[i] = details[i * distribution.outputs() + distribution.answer()];
        }
    }

    private DataException placed(UnpredictableRow row) {
        int column = row.feature().map(this::columnOf).orElse(1);
        return new DataException(block.get(row.row()).location(source.source(), column), row.problem());
    }

    private int columnOf(String feature) {
        int field = source.header().indexOf(feature);
        return (field < 0 ? predictor.schema().featureNames().indexOf(feature) : field) + 1;
    }
}
