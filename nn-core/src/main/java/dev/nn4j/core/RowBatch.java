// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.DataException;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects raw rows and predicts them block by block, so that many rows cost less than each alone. */
final class RowBatch {
    private static final int MOST_ROWS = 256;
    /** Numbers of the rows of a block: of very wide rows, fewer wait together. */
    private static final int MOST_FLOATS = 1 << 22;

    private final Predictor predictor;
    private final int rawWidth;
    private final int outputWidth;
    private final int blockRows;
    private final float[] rows;
    /** Details, where there is more than the answers. */
    private final float[] outputs;
    /** Of one member alone there is none. */
    private final float[] spread;

    private final Scratch scratch;
    private final List<Prediction> answers = new ArrayList<>();
    private int waiting;

    /** Writes a raw row. */
    @FunctionalInterface
    interface RawRow {
        /** Writes it into {@code raw} from {@code at} on. */
        void writeTo(float[] raw, int at);
    }

    RowBatch(Predictor predictor) {
        this.predictor = predictor;
        this.rawWidth = predictor.schema().rawWidth();
        this.outputWidth = predictor.schema().detailWidth();
        this.blockRows = blockRows(Math.max(rawWidth, outputWidth));
        this.rows = new float[blockRows * rawWidth];
        this.outputs = new float[blockRows * outputWidth];
        boolean plain = predictor.members() == 1 && !hasDetails();
        this.spread = new float[plain ? 0 : blockRows * predictor.schema().outputs()];
        this.scratch = predictor.newScratch();
    }

    /** How many rows of a width are worth being predicted together. */
    static int blockRows(int width) {
        return Math.max(1, Math.min(MOST_ROWS, MOST_FLOATS / width));
    }

    void add(RawRow row) {
        try {
            row.writeTo(rows, waiting * rawWidth);
        } catch (DataException e) {
            DataException placed = new DataException("row " + (answers.size() + waiting + 1L) + ": " + e.getMessage());
            placed.addSuppressed(e);
            throw placed;
        }
        if (++waiting == blockRows) {
            predict();
        }
    }

    List<Prediction> answers() {
        predict();
        return List.copyOf(answers);
    }

    private void predict() {
        if (spread.length == 0) {
            predictor.predict(rows, waiting, outputs, scratch);
        } else if (hasDetails()) {
            predictor.predictDetails(rows, waiting, outputs, spread, scratch);
        } else {
            predictor.predict(rows, waiting, outputs, spread, scratch);
        }
        for (int row = 0; row < waiting; row++) {
            answers.add(answer(row));
        }
        waiting = 0;
    }

    private boolean hasDetails() {
        return predictor.schema().distribution().outputs() > 1;
    }

    private Prediction answer(int row) {
        Schema schema = predictor.schema();
        float[] own = Arrays.copyOfRange(outputs, row * outputWidth, (row + 1) * outputWidth);
        if (spread.length == 0) {
            return new Prediction(schema, own);
        }
        float[] apart = Arrays.copyOfRange(spread, row * schema.outputs(), (row + 1) * schema.outputs());
        return hasDetails() ? Prediction.ofDetails(schema, own, apart) : new Prediction(schema, own, apart);
    }
}
