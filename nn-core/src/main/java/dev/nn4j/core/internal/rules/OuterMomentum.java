// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import java.util.List;

/**
 * The step that a network takes when its shards meet. Their mean way from it, with the sign of a gradient, is g; then {@code u
 * ← momentum·u + g}, {@code θ ← θ − rate·(g + momentum·u)}: Nesterov's momentum as in Douillard et al., <i>DiLoCo</i>, 2023.
 *
 * @param momentum share of u that is kept, in [0, 1)
 */
public record OuterMomentum(double momentum) implements Optimizer {
    private static final String NAME = "outer-momentum";
    private static final List<String> ARRAYS = List.of("velocity");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.none();
    }

    @Override
    public OuterMomentum with(Hyperparameters values) {
        return this;
    }

    @Override
    public double defaultRate() {
        return 1;
    }

    @Override
    public List<String> stateArrays() {
        return ARRAYS;
    }

    @Override
    public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        float[] u = arrays[0];
        float mu = (float) momentum;
        float eta = (float) rate;
        for (int i = from; i < to; i++) {
            float velocity = mu * u[i] + g[i];
            u[i] = velocity;
            w[i] -= eta * (g[i] + mu * velocity);
        }
    }
}
