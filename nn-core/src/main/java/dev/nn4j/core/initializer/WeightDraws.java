// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.math.RandomStream;

/** Fills a weight matrix with independent draws, in the order of the array. */
final class WeightDraws {
    private WeightDraws() {}

    /** WeightDraws from N(mean, deviation²). */
    static void normal(float[] w, int from, int count, double mean, double deviation, RandomStream random) {
        for (int i = from; i < from + count; i++) {
            w[i] = (float) (mean + deviation * random.nextGaussian());
        }
    }

    /** WeightDraws evenly between low and high. */
    static void uniform(float[] w, int from, int count, double low, double high, RandomStream random) {
        for (int i = from; i < from + count; i++) {
            w[i] = (float) (low + (high - low) * random.nextDouble());
        }
    }
}
