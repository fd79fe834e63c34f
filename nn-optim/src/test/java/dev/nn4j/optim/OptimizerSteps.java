// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Optimizer;

/** Parameters and state, kept as the engine keeps them. */
final class OptimizerSteps {
    private final Optimizer optimizer;
    private final float[] parameters;
    private final float[][] arrays;
    private final double[] scalars;
    private long step;

    OptimizerSteps(Optimizer optimizer, float[] initial) {
        this.optimizer = optimizer;
        this.parameters = initial.clone();
        this.arrays = new float[optimizer.stateArrays().size()][initial.length];
        this.scalars = new double[optimizer.stateScalars().size()];
    }

    void step(float[] gradient, double rate) {
        step++;
        optimizer.prepare(scalars, step, rate);
        optimizer.update(parameters, gradient, arrays, scalars, 0, parameters.length, step, rate);
    }

    float[] parameters() {
        return parameters;
    }

    float[][] arrays() {
        return arrays;
    }

    double[] scalars() {
        return scalars;
    }
}
