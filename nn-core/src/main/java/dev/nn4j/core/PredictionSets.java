// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.LabelScores;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets of labels that hold the true one for a share of new rows; {@link Model#sets}. Immutable.
 *
 * @since 0.1.0
 */
public final class PredictionSets {
    private final Schema schema;
    private final LabelScores scores;
    private final double level;
    private final float quantile;

    PredictionSets(Schema schema, Conformal conformal, double level) {
        this.schema = schema;
        this.scores = new LabelScores(schema, conformal.method());
        this.level = level;
        this.quantile = conformal.quantile(0, level);
    }

    /** The share of new rows whose label they hold. */
    public double level() {
        return level;
    }

    /**
     * The labels that may be the true one, in the model's order; perhaps none.
     *
     * @param prediction of the model that gave these sets
     */
    public List<String> of(Prediction prediction) {
        return of(prediction.unscaledOutputs(), 0);
    }

    /**
     * The labels that may be the true one of a row of outputs that begins at {@code from}.
     *
     * @param outputs as {@link Model#predict(float[], int, float[], Scratch)} gives them
     */
    public List<String> of(float[] outputs, int from) {
        float[] each = scores.of(outputs, from);
        List<String> labels = new ArrayList<>();
        for (int label = 0; label < each.length; label++) {
            if (each[label] <= quantile) {
                labels.add(schema.labels().get(label));
            }
        }
        return List.copyOf(labels);
    }
}
