// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.LabelScores;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets of labels that hold the true one for a share of new rows; {@link Model#sets}. A model of several labels at once has a
 * set of {@code 0} and {@code 1} for each of them, which holds what is true of that label for the share of new rows; how often
 * all are right at once nobody promises. Immutable.
 *
 * @since 0.1.0
 */
public final class PredictionSets {
    private static final List<String> NO_AND_YES = List.of("0", "1");

    private final Schema schema;
    private final LabelScores scores;
    private final double level;
    private final float[] quantiles;

    PredictionSets(Schema schema, Conformal conformal, double level) {
        this.schema = schema;
        this.scores = new LabelScores(schema, conformal.method());
        this.level = level;
        this.quantiles = new float[conformal.targets()];
        for (int target = 0; target < quantiles.length; target++) {
            quantiles[target] = conformal.quantile(target, level);
        }
    }

    /** The share of new rows whose label they hold. */
    public double level() {
        return level;
    }

    /** The labels that have a set each, in the order of the model's targets; none where one label of several is true. */
    public List<String> targets() {
        return schema.task() == Task.MULTILABEL ? schema.targets() : List.of();
    }

    /**
     * The labels that may be the true one, in the model's order; perhaps none.
     *
     * @param prediction of the model that gave these sets
     * @throws IllegalStateException if the model has several labels at once
     */
    public List<String> of(Prediction prediction) {
        return of(prediction.unscaledOutputs(), 0);
    }

    /**
     * The labels that may be the true one of a row of outputs that begins at {@code from}.
     *
     * @param outputs as {@link Model#predict(float[], int, float[], Scratch)} gives them
     * @throws IllegalStateException if the model has several labels at once
     */
    public List<String> of(float[] outputs, int from) {
        if (schema.task() == Task.MULTILABEL) {
            throw new IllegalStateException("sets: there is one for each of "
                    + schema.targets().size() + " labels; ask for that of a label by its number");
        }
        return held(schema.labels(), scores.of(outputs, from), quantiles[0]);
    }

    /**
     * What may be true of one label of several: {@code 0}, {@code 1}, both or neither.
     *
     * @param prediction of the model that gave these sets
     * @param target which label, in the order of the model's targets
     * @throws IllegalStateException if the model tells labels apart of which one is true
     */
    public List<String> of(Prediction prediction, int target) {
        return of(prediction.unscaledOutputs(), 0, target);
    }

    /**
     * The same of a row of outputs that begins at {@code from}.
     *
     * @param outputs as {@link Model#predict(float[], int, float[], Scratch)} gives them
     * @param target which label, in the order of the model's targets
     * @throws IllegalStateException if the model tells labels apart of which one is true
     */
    public List<String> of(float[] outputs, int from, int target) {
        if (schema.task() != Task.MULTILABEL) {
            throw new IllegalStateException("sets: one label of several is true, and there is one set for a row");
        }
        return held(NO_AND_YES, scores.of(outputs, from, target), quantiles[target]);
    }

    private static List<String> held(List<String> labels, float[] scores, float quantile) {
        List<String> held = new ArrayList<>();
        for (int label = 0; label < scores.length; label++) {
            if (scores[label] <= quantile) {
                held.add(labels.get(label));
            }
        }
        return List.copyOf(held);
    }
}
