// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Optimizer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A training as far as an optimizer sees it: parameters and the state that nn4j keeps for it. */
public final class OptimizerRun {
    private final Optimizer optimizer;
    private final float[] w;
    private final float[][] arrays;
    private final double[] scalars;
    private long step;

    private OptimizerRun(Optimizer optimizer, float[] w, float[][] arrays, double[] scalars, long step) {
        this.optimizer = optimizer;
        this.w = w;
        this.arrays = arrays;
        this.scalars = scalars;
        this.step = step;
    }

    /** Before step 1: state is zero. */
    public static OptimizerRun start(Optimizer optimizer, float[] w) {
        float[][] arrays = new float[optimizer.stateArrays().size()][w.length];
        return new OptimizerRun(
                optimizer,
                w.clone(),
                arrays,
                new double[optimizer.stateScalars().size()],
                0);
    }

    /** Numbers in [−1, 1), as parameters or gradients. */
    public static float[] numbers(SplittableRandom random, int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    /** Where it stands now, in copies, to be continued by another object. */
    OptimizerRun resumedBy(Optimizer other) {
        float[][] copies = Arrays.stream(arrays).map(float[]::clone).toArray(float[][]::new);
        return new OptimizerRun(other, w.clone(), copies, scalars.clone(), step);
    }

    /** One step over all parameters in one slice. */
    public void step(float[] g, double rate) {
        step(g, rate, w.length);
    }

    /** One step, {@code stride} parameters in a slice, the last slice first. */
    public void step(float[] g, double rate, int stride) {
        prepare(rate);
        for (int from = (w.length - 1) / stride * stride; from >= 0; from -= stride) {
            update(g, rate, from, Math.min(w.length, from + stride));
        }
    }

    /** Begins a step of which {@link #update} is called for the slices that are wanted. */
    void prepare(double rate) {
        step++;
        optimizer.prepare(scalars, step, rate);
    }

    void update(float[] g, double rate, int from, int to) {
        optimizer.update(w, g, arrays, scalars, from, to, step, rate);
    }

    public float[] w() {
        return w;
    }

    float[][] arrays() {
        return arrays;
    }

    double[] scalars() {
        return scalars;
    }

    /** Bit by bit; every NaN equals every other. */
    boolean sameAs(OptimizerRun other) {
        return Arrays.equals(w, other.w)
                && Arrays.deepEquals(arrays, other.arrays)
                && Arrays.equals(scalars, other.scalars);
    }
}
