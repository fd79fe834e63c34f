// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;

/**
 * The schedules that are followed from step to step. Each is a factor of t, the steps done divided by all steps, computed
 * in double with {@link StrictMath}, so that it has the same bits everywhere.
 *
 * @since 0.1.0
 */
public final class StepSchedules {
    private static final Range SHARE = Range.closed(0, 1);
    /** A share of the training that leaves some of it. */
    private static final Range PART = Range.closedOpen(0, 1);

    private StepSchedules() {}

    /** 1 at 0, ½ half-way, 0 at 1. */
    private static double halfCosine(double way) {
        return 0.5 * (1 + StrictMath.cos(StrictMath.PI * way));
    }

    /** From one value to another along half a cosine. */
    private static double between(double from, double to, double way) {
        return to + (from - to) * halfCosine(way);
    }

    /**
     * Waves that grow longer: {@code ½(1 − cos(2π·log₂(1 + (2^cycles − 1)·t)))}, each twice as long as the one before
     * (Holzmüller et al. 2024). With 4 cycles it is 0 at t = 0, 1/15, 3/15, 7/15 and 1, and 1 between any two of them.
     *
     * @param cycles number of waves, 1 to 30
     */
    public record CosLog(long cycles) implements StepSchedule {
        private static final Hyperparameter<Long> CYCLES =
                Hyperparameter.integer("cycles", 4, Range.closed(1, 30), "waves, each twice as long as the one before");
        private static final double LN2 = StrictMath.log(2);

        /** Refuses values out of range. */
        public CosLog {
            CYCLES.check("coslog", cycles);
        }

        /** Four waves. */
        public CosLog() {
            this(CYCLES.defaultValue());
        }

        @Override
        public String name() {
            return "coslog";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(CYCLES, cycles);
        }

        @Override
        public CosLog with(Hyperparameters values) {
            return new CosLog(values.get(CYCLES));
        }

        @Override
        public boolean settlesOnlyAtTheEnd() {
            return cycles == 1;
        }

        @Override
        public double factor(double way) {
            double wave = StrictMath.log(1 + ((1L << cycles) - 1) * way) / LN2;
            return 0.5 * (1 - StrictMath.cos(2 * StrictMath.PI * wave));
        }
    }

    /**
     * 1 until a share of the training is done, then half a cosine down to 0: {@code ½(1 + cos(π·(t − flat)/(1 − flat)))}.
     *
     * @param flat the share without change, in [0, 1)
     */
    public record FlatCosine(double flat) implements StepSchedule {
        private static final Hyperparameter<Double> FLAT =
                Hyperparameter.number("flat", 0.5, PART, "share of the training without change");

        /** Refuses values out of range. */
        public FlatCosine {
            FLAT.check("flat-cosine", flat);
        }

        /** Flat to the middle. */
        public FlatCosine() {
            this(FLAT.defaultValue());
        }

        @Override
        public String name() {
            return "flat-cosine";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(FLAT, flat);
        }

        @Override
        public FlatCosine with(Hyperparameters values) {
            return new FlatCosine(values.get(FLAT));
        }

        @Override
        public boolean settlesOnlyAtTheEnd() {
            return true;
        }

        @Override
        public double factor(double way) {
            return way <= flat ? 1 : halfCosine((way - flat) / (1 - flat));
        }
    }

    /**
     * Up along half a cosine from {@code startFactor} to 1, and down along another to {@code endFactor} (Smith and Topin
     * 2019, with cosines as in PyTorch's OneCycleLR).
     *
     * @param warmUp share of the training in which it rises, in [0, 1)
     * @param startFactor in [0, 1]
     * @param endFactor in [0, 1]
     */
    public record OneCycle(double warmUp, double startFactor, double endFactor) implements StepSchedule {
        private static final Hyperparameter<Double> WARM_UP =
                Hyperparameter.number("warmUp", 0.25, PART, "share of the training in which it rises");
        private static final Hyperparameter<Double> START =
                Hyperparameter.number("startFactor", 0.04, SHARE, "the factor before the first step");
        private static final Hyperparameter<Double> END =
                Hyperparameter.number("endFactor", 1e-4, SHARE, "the factor after the last step");

        /** Refuses values out of range. */
        public OneCycle {
            WARM_UP.check("one-cycle", warmUp);
            START.check("one-cycle", startFactor);
            END.check("one-cycle", endFactor);
        }

        /** From 0.04 to 1 over a quarter of the training, then to 1e-4. */
        public OneCycle() {
            this(WARM_UP.defaultValue(), START.defaultValue(), END.defaultValue());
        }

        @Override
        public String name() {
            return "one-cycle";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(WARM_UP, warmUp).and(START, startFactor).and(END, endFactor);
        }

        @Override
        public OneCycle with(Hyperparameters values) {
            return new OneCycle(values.get(WARM_UP), values.get(START), values.get(END));
        }

        @Override
        public boolean settlesOnlyAtTheEnd() {
            return true;
        }

        @Override
        public double factor(double way) {
            return way < warmUp
                    ? between(startFactor, 1, way / warmUp)
                    : between(1, endFactor, (way - warmUp) / (1 - warmUp));
        }
    }

    /**
     * Up along a line from 0 to 1, then half a cosine down to {@code endFactor} (Goyal et al. 2017, Loshchilov and Hutter
     * 2017).
     *
     * @param warmUp share of the training in which it rises, in [0, 1); at 0 it falls from the first step on
     * @param endFactor in [0, 1]
     */
    public record WarmUpCosine(double warmUp, double endFactor) implements StepSchedule {
        private static final Hyperparameter<Double> WARM_UP =
                Hyperparameter.number("warmUp", 0.05, PART, "share of the training in which it rises");
        private static final Hyperparameter<Double> END =
                Hyperparameter.number("endFactor", 0, SHARE, "the factor after the last step");

        /** Refuses values out of range. */
        public WarmUpCosine {
            WARM_UP.check("warm-up-cosine", warmUp);
            END.check("warm-up-cosine", endFactor);
        }

        /** Up over a twentieth of the training, then down to 0. */
        public WarmUpCosine() {
            this(WARM_UP.defaultValue(), END.defaultValue());
        }

        @Override
        public String name() {
            return "warm-up-cosine";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(WARM_UP, warmUp).and(END, endFactor);
        }

        @Override
        public WarmUpCosine with(Hyperparameters values) {
            return new WarmUpCosine(values.get(WARM_UP), values.get(END));
        }

        @Override
        public boolean settlesOnlyAtTheEnd() {
            return true;
        }

        @Override
        public double factor(double way) {
            return way < warmUp ? way / warmUp : between(1, endFactor, (way - warmUp) / (1 - warmUp));
        }
    }
}
