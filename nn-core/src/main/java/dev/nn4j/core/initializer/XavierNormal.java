// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import java.util.List;

/**
 * Normal draws with mean 0 and the variance 2/(fan-in + fan-out) (Glorot and Bengio 2010, equation 12): it keeps the
 * variance of activations and of gradients level where the activation is nearly linear around 0. Not truncated.
 *
 * @since 0.1.0
 */
public record XavierNormal() implements Initializer {
    @Override
    public String name() {
        return "xavier-normal";
    }

    @Override
    public List<String> aliases() {
        return List.of("glorot-normal");
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        double deviation = Math.sqrt(2.0 / ((double) fanIn + fanOut));
        WeightDraws.normal(w, from, fanIn * fanOut, 0, deviation, random);
    }
}
