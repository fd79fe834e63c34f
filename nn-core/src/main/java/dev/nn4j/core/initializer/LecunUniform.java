// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;

/**
 * Even draws between ±√(3/fan-in), an interval with the variance 1/fan-in; see {@link LecunNormal}.
 *
 * @since 0.1.0
 */
public record LecunUniform() implements Initializer {
    @Override
    public String name() {
        return "lecun-uniform";
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        double limit = Math.sqrt(3.0 / fanIn);
        WeightDraws.uniform(w, from, fanIn * fanOut, -limit, limit, random);
    }
}
