// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import dev.nn4j.api.DataException;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.Model;
import dev.nn4j.core.Scratch;
import java.util.Arrays;

/** Raw rows and the outputs to them, in arrays that are used again. For one thread. */
final class PredictedBatch {
    private final Model model;
    private final int rawWidth;
    private final int outputWidth;
    private final boolean withSpread;
    private final Scratch scratch;
    private final float[] rows;
    private final float[] outputs;
    /** The outputs themselves, where they are all that is said of a target. */
    private final float[] details;

    private final float[] spread;

    PredictedBatch(Model model, int most, boolean withSpread) {
        this.model = model;
        this.rawWidth = model.schema().rawWidth();
        this.outputWidth = model.schema().outputs();
        this.withSpread = withSpread;
        this.scratch = model.newScratch();
        this.rows = new float[Math.multiplyExact(most, rawWidth)];
        this.outputs = new float[Math.multiplyExact(most, outputWidth)];
        boolean hasDetails = model.schema().distribution().outputs() > 1;
        this.details =
                hasDetails ? new float[Math.multiplyExact(most, model.schema().detailWidth())] : outputs;
        this.spread = new float[hasDetails || withSpread ? outputs.length : 0];
    }

    /** Room for raw rows, one behind the other. */
    float[] rows() {
        return rows;
    }

    /** Where the raw row of a place begins. */
    int at(int row) {
        return row * rawWidth;
    }

    float[] outputs() {
        return outputs;
    }

    float[] details() {
        return details;
    }

    float[] spread() {
        return spread;
    }

    /** A copy of a raw row. */
    float[] rawRow(int row) {
        return Arrays.copyOfRange(rows, at(row), at(row + 1));
    }

    /**
     * Predicts the first rows.
     *
     * @throws DataException if one of them has a value that the model has no use for
     */
    void predict(int count) {
        if (details != outputs) {
            model.predictDetails(rows, count, details, spread, scratch);
            pickAnswers(count);
        } else if (withSpread) {
            model.predict(rows, count, outputs, spread, scratch);
        } else {
            model.predict(rows, count, outputs, scratch);
        }
    }

    private void pickAnswers(int count) {
        TargetDistribution distribution = model.schema().distribution();
        for (int i = 0; i < count * outputWidth; i++) {
            outputs[i] = details[i * distribution.outputs() + distribution.answer()];
        }
    }

    /** Predicts one row alone; says whether it could be. */
    boolean isPredicted(int row) {
        PredictedBatch one = new PredictedBatch(model, 1, withSpread);
        System.arraycopy(rows, at(row), one.rows, 0, rawWidth);
        try {
            one.predict(1);
        } catch (DataException e) {
            return false;
        }
        System.arraycopy(one.outputs, 0, outputs, row * outputWidth, outputWidth);
        if (details != outputs) {
            System.arraycopy(one.details, 0, details, row * one.details.length, one.details.length);
        }
        System.arraycopy(one.spread, 0, spread, spread.length > 0 ? row * outputWidth : 0, one.spread.length);
        return true;
    }
}
