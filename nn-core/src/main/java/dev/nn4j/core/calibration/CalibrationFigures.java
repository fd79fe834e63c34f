// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.internal.score.ProbabilityScores;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;

/**
 * How far probabilities may be relied on, rows counting by their weights.
 *
 * @param logLoss mean of −log p, p being the probability of what is true; of several labels the mean over them too
 * @param brier mean squared distance of the probabilities from the truth; of several classes its sum over them
 * @param calibrationError expected calibration error (Naeini et al. 2015): the mean distance, in 15 bins of equal width, of what
 *     was said from what came true; of the probability of yes, or of the class that is most probable
 * @since 0.1.0
 */
public record CalibrationFigures(double logLoss, double brier, double calibrationError) {
    private static final int BINS = 15;

    static CalibrationFigures of(Answers answers) {
        boolean oneOfMany = answers.schema().task() == Task.MULTICLASS;
        int width = answers.schema().outputs();
        double logLoss = 0;
        double brier = 0;
        double count = 0;
        double[] distances = new double[BINS];
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            float[] outputs = answers.outputs(row);
            int greatest = oneOfMany ? Decision.greatest(outputs, 0, width) : -1;
            count += oneOfMany ? weight : weight * width;
            for (int output = 0; output < width; output++) {
                boolean truth = answers.target(row, output) == 1;
                double p = outputs[output];
                if (truth || !oneOfMany) {
                    logLoss += weight * ProbabilityScores.logLoss(truth ? p : 1 - p);
                }
                brier += weight * ProbabilityScores.squaredError(p, truth);
                if (!oneOfMany || output == greatest) {
                    distances[Math.min(BINS - 1, (int) (p * BINS))] += weight * (p - (truth ? 1 : 0));
                }
            }
        }
        double apart = 0;
        for (double distance : distances) {
            apart += Math.abs(distance);
        }
        return new CalibrationFigures(logLoss / count, brier / count, apart / count);
    }
}
