// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.distribution;

import dev.nn4j.api.TargetDistribution;

/** Arrays of which each target has as many numbers as its {@link TargetDistribution} takes; from index 0 on. */
public final class TargetParts {
    private TargetParts() {}

    /**
     * Repeats each target as often as the network has outputs for it, in place.
     *
     * @param targets so many, side by side; has room for all
     */
    public static void repeat(float[] targets, int count, int times) {
        if (times == 1) {
            return;
        }
        for (int i = count * times - 1; i >= 0; i--) {
            targets[i] = targets[i / times];
        }
    }

    /** Takes one of each {@code outputs} numbers; the arrays may be one. */
    public static void pick(float[] numbers, int targets, int outputs, int which, float[] into) {
        for (int i = 0; i < targets; i++) {
            into[i] = numbers[i * outputs + which];
        }
    }

    /** The answers among details; the arrays may be one. */
    public static void answers(TargetDistribution distribution, float[] details, int targets, float[] into) {
        pick(details, targets, distribution.outputs(), distribution.answer(), into);
    }

    /** Whether some detail is a distance, which {@link #addSquares} and {@link #setDistances} join. */
    public static boolean hasDistances(TargetDistribution distribution) {
        for (int detail = 0; detail < distribution.outputs(); detail++) {
            if (distribution.isDistance(detail)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds to the squares of each distance one network's share in the variance of them all as one: its own variance, and the
     * square of how far its answer is from the mean of theirs (Lakshminarayanan et al. 2017, section 2.4).
     *
     * @param details of this network
     * @param joined the means of all networks' details
     */
    public static void addSquares(
            TargetDistribution distribution, float[] details, int targets, float[] joined, double[] squares) {
        int outputs = distribution.outputs();
        for (int i = 0; i < targets * outputs; i++) {
            if (distribution.isDistance(i % outputs)) {
                int answer = i - i % outputs + distribution.answer();
                double apart = (double) details[answer] - joined[answer];
                squares[i] += (double) details[i] * details[i] + apart * apart;
            }
        }
    }

    /** Puts the distances of so many networks together in the place of their means, and the squares back to 0. */
    public static void setDistances(
            TargetDistribution distribution, double[] squares, int targets, int networks, float[] joined) {
        int outputs = distribution.outputs();
        for (int i = 0; i < targets * outputs; i++) {
            if (distribution.isDistance(i % outputs)) {
                joined[i] = (float) Math.sqrt(squares[i] / networks);
                squares[i] = 0;
            }
        }
    }
}
