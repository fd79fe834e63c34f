// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;

/**
 * Normal draws with mean 0 and the variance 1/fan-in (LeCun et al. 1998, section 4.6): it gives
 * pre-activations the variance of the inputs, as selu needs. Not truncated.
 *
 * @since 0.1.0
 */
public record LecunNormal() implements Initializer {
    @Override
    public String name() {
        return "lecun-normal";
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        double deviation = Math.sqrt(1.0 / fanIn);
        WeightDraws.normal(w, from, fanIn * fanOut, 0, deviation, random);
    }
}
