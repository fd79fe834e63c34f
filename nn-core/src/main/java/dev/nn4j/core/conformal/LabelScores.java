// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.conformal;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;

/**
 * Scores each label of a row: how strange it would be if it were the true one. Immutable.
 *
 * @since 0.1.0
 */
public final class LabelScores {
    private final Schema schema;
    private final ConformalMethod method;

    /**
     * Of a model that tells labels apart, or says of each of several whether it holds.
     *
     * @throws IllegalArgumentException if the model or the method is one for other answers
     */
    public LabelScores(Schema schema, ConformalMethod method) {
        boolean fits = schema.task() == Task.MULTILABEL
                ? method == ConformalMethod.LAC
                : schema.task().hasLabels() && !method.isForNumbers();
        if (!fits) {
            throw new IllegalArgumentException("conformal: " + method.word() + " is for "
                    + (method.isForNumbers() ? "numbers" : "one label of several") + ", this model is "
                    + schema.task().word());
        }
        this.schema = schema;
        this.method = method;
    }

    /**
     * The score of each label of which one is true, in the model's order, in [0, 1].
     *
     * @param outputs the model's outputs
     * @param from where the row begins
     */
    public float[] of(float[] outputs, int from) {
        float[] scores = new float[schema.labels().size()];
        for (int label = 0; label < scores.length; label++) {
            double score = method == ConformalMethod.APS ? sumTo(label, outputs, from) : rest(label, outputs, from);
            scores[label] = Math.min(1, up(score));
        }
        return scores;
    }

    /**
     * Of several labels at once: how strange it would be if one did not hold, and if it did, each in [0, 1].
     *
     * @param outputs the model's outputs
     * @param from where the row begins
     * @param target which label
     */
    public float[] of(float[] outputs, int from, int target) {
        double p = outputs[from + target];
        return new float[] {Math.min(1, up(Math.max(0, p))), Math.min(1, up(Math.max(0, 1 - p)))};
    }

    private double rest(int label, float[] outputs, int from) {
        double p = schema.probability(outputs, from, label);
        return Math.max(0, 1 - p);
    }

    /** Of equal labels the first counts as the more probable one. */
    private double sumTo(int label, float[] outputs, int from) {
        float own = schema.probability(outputs, from, label);
        double sum = 0;
        for (int other = 0; other < schema.labels().size(); other++) {
            float p = schema.probability(outputs, from, other);
            if (p > own || (p == own && other <= label)) {
                sum += p;
            }
        }
        return sum;
    }

    /** A score is never said to be less than it is. */
    private static float up(double score) {
        float rounded = (float) score;
        return rounded < score ? Math.nextUp(rounded) : rounded;
    }
}
