// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

/** The loss as the harness computes it, from probabilities and not by nn4j: it is to judge nn4j's training. */
final class CrossEntropy {
    private static final double LEAST_OF_YES = 1e-7;
    private static final double ADDED_TO_CLASS = 1e-12;

    private CrossEntropy() {}

    /** The mean over rows of one yes-or-no target, or of one-hot targets. */
    static double mean(float[] probabilities, float[] targets, int width) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += width == 1 ? ofYes(probabilities[i], targets[i]) : ofClass(probabilities[i], targets[i]);
        }
        return sum * width / targets.length;
    }

    private static double ofYes(double probability, float target) {
        double clamped = Math.min(1 - LEAST_OF_YES, Math.max(LEAST_OF_YES, probability));
        return -Math.log(target == 1 ? clamped : 1 - clamped);
    }

    private static double ofClass(double probability, float target) {
        return target == 1 ? -Math.log(probability + ADDED_TO_CLASS) : 0;
    }
}
