// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/**
 * A third party's optimizer with state of both kinds, under names that nn4j's own do not have: a velocity, and a mood
 * that falls with each step.
 */
record Grudge(double memory) implements Optimizer {
    static final String NAME = "acme:grudge";
    private static final Hyperparameter<Double> MEMORY =
            Hyperparameter.number("memory", 0.8, Range.closedOpen(0, 1), "share of the velocity kept in a step");

    Grudge() {
        this(MEMORY.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(MEMORY, memory);
    }

    @Override
    public Grudge with(Hyperparameters values) {
        return new Grudge(values.get(MEMORY));
    }

    @Override
    public double defaultRate() {
        return 0.1;
    }

    @Override
    public List<String> stateArrays() {
        return List.of("velocity", "seen");
    }

    @Override
    public List<String> stateScalars() {
        return List.of("mood");
    }

    @Override
    public void prepare(double[] scalars, long step, double rate) {
        scalars[0] = (scalars[0] + 1) / 1.1;
    }

    @Override
    public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        for (int i = from; i < to; i++) {
            arrays[0][i] = (float) memory * arrays[0][i] + g[i];
            arrays[1][i] += Math.abs(g[i]);
            w[i] -= (float) (rate / (1 + scalars[0])) * arrays[0][i] / (1 + arrays[1][i]);
        }
    }
}
