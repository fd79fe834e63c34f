// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Optimizer;
import dev.nn4j.core.internal.rules.RangeUpdate;
import dev.nn4j.core.internal.rules.ScaledDecay;
import dev.nn4j.core.internal.work.Workers;
import java.util.List;

/** The optimizer at work: owns its state and counts its steps. */
final class ParameterUpdate implements Workers.Task {
    private static final long WORTH_SHARING = 1L << 16;

    private final Optimizer optimizer;
    private final RangeUpdate[] ranges;
    /** The optimizer of each range, and those that they share. */
    private final Optimizer[] optimizers;

    private final ScaledDecay[] decays;
    private final Workers workers;
    private final float[][] arrays;
    private final double[] scalars;

    private float[] average = new float[0];
    private WeightMean mean = new WeightMean.Equal(Long.MAX_VALUE);
    private float averageTakes;
    private float[] parameters = new float[0];
    private float[] gradient = new float[0];
    private long step;
    private double rate;

    /**
     * Of an optimizer.
     *
     * @param ranges that divide the trained parameters, in their order; none where all are treated alike
     * @param states what it remembers of each parameter, at first nothing: zeros
     */
    ParameterUpdate(
            Optimizer optimizer, List<RangeUpdate> ranges, float[][] states, int trainableCount, Workers workers) {
        this.optimizer = optimizer;
        this.ranges = ranges.isEmpty()
                ? new RangeUpdate[] {new RangeUpdate(0, trainableCount, optimizer, 1)}
                : ranges.toArray(RangeUpdate[]::new);
        this.optimizers = new Optimizer[this.ranges.length];
        this.decays = new ScaledDecay[this.ranges.length];
        for (int i = 0; i < this.ranges.length; i++) {
            optimizers[i] = this.ranges[i].optimizer();
            decays[i] = decayOf(optimizers[i], i);
        }
        this.workers = workers;
        this.arrays = states;
        this.scalars = new double[optimizer.stateScalars().size()];
    }

    /** Ranges of one optimizer share what is made of it. */
    private ScaledDecay decayOf(Optimizer ofRange, int rangesBefore) {
        for (int i = 0; i < rangesBefore; i++) {
            if (decays[i].isOf(ofRange)) {
                return decays[i];
            }
        }
        return new ScaledDecay(ofRange);
    }

    /** Multiplies the weight decay of the steps to come by a factor in [0, 1]. */
    void scaleDecay(double factor) {
        for (int i = 0; i < optimizers.length; i++) {
            optimizers[i] = decays[i].times(factor);
        }
    }

    /**
     * Keeps a mean of all parameters, running statistics included.
     *
     * @param of where it stands; moved with each step
     * @param by how
     */
    void average(float[] of, WeightMean by) {
        average = of;
        mean = by;
    }

    /** The step that comes next, counted from 1. */
    long nextStep() {
        return step + 1;
    }

    /** A copy of what the optimizer remembers. */
    UpdateState state() {
        float[][] copies = new float[arrays.length][];
        for (int i = 0; i < arrays.length; i++) {
            copies[i] = arrays[i].clone();
        }
        return new UpdateState(step, copies, scalars.clone());
    }

    /** Goes on from where another run was. */
    void restore(UpdateState state) {
        step = state.step();
        for (int i = 0; i < arrays.length; i++) {
            System.arraycopy(state.arrays()[i], 0, arrays[i], 0, arrays[i].length);
        }
        System.arraycopy(state.scalars(), 0, scalars, 0, scalars.length);
    }

    void apply(float[] toParameters, float[] ofGradient, double atRate) {
        parameters = toParameters;
        gradient = ofGradient;
        rate = atRate;
        step++;
        averageTakes = mean.share(step);
        optimizer.prepare(scalars, step, rate);
        workers.run(this, gradient.length >= WORTH_SHARING);
    }

    @Override
    public void run(int worker, int of) {
        int from = (int) ((long) gradient.length * worker / of);
        int to = (int) ((long) gradient.length * (worker + 1) / of);
        for (int i = 0; i < ranges.length; i++) {
            RangeUpdate range = ranges[i];
            int first = Math.max(from, range.from());
            int last = Math.min(to, range.to());
            if (first < last && range.rateFactor() > 0) {
                double itsRate = rate * range.rateFactor();
                optimizers[i].update(parameters, gradient, arrays, scalars, first, last, step, itsRate);
            }
        }
        if (average.length > 0) {
            moveAverage(from, worker + 1 == of ? average.length : to);
        }
    }

    private void moveAverage(int from, int to) {
        if (averageTakes == 1) {
            System.arraycopy(parameters, from, average, from, to - from);
            return;
        }
        for (int i = from; i < to; i++) {
            average[i] += averageTakes * (parameters[i] - average[i]);
        }
    }
}
