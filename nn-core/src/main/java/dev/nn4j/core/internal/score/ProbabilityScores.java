// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

/** What a probability is worth against the truth. */
public final class ProbabilityScores {
    /** Probabilities nearer to zero count as this, so that one sure mistake does not make the mean infinite. */
    private static final double LEAST = 1e-15;

    private ProbabilityScores() {}

    /** −log of the truth's probability. */
    public static double logLoss(double probabilityOfTruth) {
        return -StrictMath.log(Math.max(LEAST, Math.min(1, probabilityOfTruth)));
    }

    /** The squared distance from the truth, 0 or 1. */
    public static double squaredError(double probability, boolean truth) {
        double error = probability - (truth ? 1 : 0);
        return error * error;
    }
}
