// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import java.util.List;

/**
 * Normal draws with mean 0 and the variance 2/fan-in (He et al. 2015, equation 10): it keeps the variance of
 * activations level through relu, which drops half of it. Not truncated.
 *
 * @since 0.1.0
 */
public record HeNormal() implements Initializer {
    @Override
    public String name() {
        return "he-normal";
    }

    @Override
    public List<String> aliases() {
        return List.of("kaiming-normal");
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        double deviation = Math.sqrt(2.0 / fanIn);
        WeightDraws.normal(w, from, fanIn * fanOut, 0, deviation, random);
    }
}
