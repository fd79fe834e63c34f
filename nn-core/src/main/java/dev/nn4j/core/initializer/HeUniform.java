// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import java.util.List;

/**
 * Even draws between ±√(6/fan-in), an interval with the variance 2/fan-in; see {@link HeNormal}.
 *
 * @since 0.1.0
 */
public record HeUniform() implements Initializer {
    @Override
    public String name() {
        return "he-uniform";
    }

    @Override
    public List<String> aliases() {
        return List.of("kaiming-uniform");
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        double limit = Math.sqrt(6.0 / fanIn);
        WeightDraws.uniform(w, from, fanIn * fanOut, -limit, limit, random);
    }
}
