// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;

/**
 * The learning-rate schedules by epoch, with PyTorch's semantics where it has them. Epochs count from 0 here.
 *
 * @since 0.1.0
 */
public final class Schedules {
    private static final Range FACTOR = new Range(0, false, 1, true);

    private Schedules() {}

    private static void requireBelow(double minimum, double baseRate) {
        if (minimum > baseRate) {
            throw new ConfigurationException(
                    "training.schedule.minimum",
                    "must be at most the learning rate, which is " + baseRate + ", got " + minimum
                            + "; the schedule would raise it");
        }
    }

    /**
     * Multiplies the rate by {@code factor} every {@code every} epochs (StepLR).
     *
     * @param every epochs between changes
     * @param factor in (0, 1]
     */
    public record Step(long every, double factor) implements Schedule {
        private static final Hyperparameter<Long> EVERY =
                Hyperparameter.integer("every", 30, Range.closed(1, Integer.MAX_VALUE), "epochs between changes");
        private static final Hyperparameter<Double> FACTOR_OF_STEP =
                Hyperparameter.number("factor", 0.1, FACTOR, "what the rate is multiplied by");

        /** Refuses values out of range. */
        public Step {
            EVERY.check("step", every);
            FACTOR_OF_STEP.check("step", factor);
        }

        /** A tenth every 30 epochs. */
        public Step() {
            this(EVERY.defaultValue(), FACTOR_OF_STEP.defaultValue());
        }

        @Override
        public String name() {
            return "step";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(EVERY, every).and(FACTOR_OF_STEP, factor);
        }

        @Override
        public Step with(Hyperparameters values) {
            return new Step(values.get(EVERY), values.get(FACTOR_OF_STEP));
        }

        @Override
        public double rate(double baseRate, int epoch, int epochs, PlateauState state) {
            return baseRate * StrictMath.pow(factor, (double) Math.floorDiv(epoch, every));
        }
    }

    /**
     * Multiplies the rate by {@code factor} every epoch (ExponentialLR).
     *
     * @param factor in (0, 1]
     */
    public record Exponential(double factor) implements Schedule {
        private static final Hyperparameter<Double> FACTOR_OF_EPOCH =
                Hyperparameter.number("factor", 0.95, FACTOR, "what the rate is multiplied by each epoch");

        /** Refuses values out of range. */
        public Exponential {
            FACTOR_OF_EPOCH.check("exponential", factor);
        }

        /** Factor 0.95. */
        public Exponential() {
            this(FACTOR_OF_EPOCH.defaultValue());
        }

        @Override
        public String name() {
            return "exponential";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(FACTOR_OF_EPOCH, factor);
        }

        @Override
        public Exponential with(Hyperparameters values) {
            return new Exponential(values.get(FACTOR_OF_EPOCH));
        }

        @Override
        public double rate(double baseRate, int epoch, int epochs, PlateauState state) {
            return baseRate * StrictMath.pow(factor, epoch);
        }
    }

    /**
     * Half a cosine from the base rate down to {@code minimum} over all epochs (Loshchilov and Hutter 2017, without
     * restarts).
     *
     * @param minimum at least 0, at most the base rate
     */
    public record Cosine(double minimum) implements Schedule {
        private static final Hyperparameter<Double> MINIMUM =
                Hyperparameter.number("minimum", 0, Range.atLeast(0), "the rate after the last epoch");

        /** Refuses values out of range. */
        public Cosine {
            MINIMUM.check("cosine", minimum);
        }

        /** Down to 0. */
        public Cosine() {
            this(MINIMUM.defaultValue());
        }

        @Override
        public String name() {
            return "cosine";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(MINIMUM, minimum);
        }

        @Override
        public Cosine with(Hyperparameters values) {
            return new Cosine(values.get(MINIMUM));
        }

        @Override
        public void requireFits(double baseRate) {
            requireBelow(minimum, baseRate);
        }

        @Override
        public double rate(double baseRate, int epoch, int epochs, PlateauState state) {
            double way = (double) epoch / epochs;
            return minimum + (baseRate - minimum) * 0.5 * (1 + StrictMath.cos(StrictMath.PI * way));
        }

        @Override
        public boolean dependsOnEpochs() {
            return true;
        }

        @Override
        public boolean settlesOnlyAtTheEnd() {
            return true;
        }
    }

    /**
     * Rises in equal steps from {@code start} times the rate to the rate over the first epochs, then stays.
     *
     * @param warmUpEpochs until the full rate is reached
     * @param start in (0, 1]
     */
    public record WarmUp(long warmUpEpochs, double start) implements Schedule {
        private static final Hyperparameter<Long> EPOCHS = Hyperparameter.integer(
                "epochs", 5, Range.closed(1, Integer.MAX_VALUE), "epochs until the full rate is reached");
        private static final Hyperparameter<Double> START =
                Hyperparameter.number("start", 0.1, FACTOR, "share of the rate in the first epoch");

        /** Refuses values out of range. */
        public WarmUp {
            EPOCHS.check("warm-up", warmUpEpochs);
            START.check("warm-up", start);
        }

        /** From a tenth over five epochs. */
        public WarmUp() {
            this(EPOCHS.defaultValue(), START.defaultValue());
        }

        @Override
        public String name() {
            return "warm-up";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(EPOCHS, warmUpEpochs).and(START, start);
        }

        @Override
        public WarmUp with(Hyperparameters values) {
            return new WarmUp(values.get(EPOCHS), values.get(START));
        }

        @Override
        public double rate(double baseRate, int epoch, int epochs, PlateauState state) {
            double way = Math.min(1.0, (double) epoch / warmUpEpochs);
            return baseRate * (start + (1 - start) * way);
        }
    }

    /**
     * Multiplies the rate by {@code factor} when the monitored value has not improved for {@code patience} epochs
     * (ReduceLROnPlateau with an absolute threshold).
     *
     * @param monitor the history column that is watched, as {@link Monitor#word()} says it
     * @param factor in (0, 1]
     * @param patience epochs without improvement that are tolerated
     * @param minDelta how much better counts as improvement
     * @param minimum the rate never falls below this; at most the base rate
     */
    public record Plateau(String monitor, double factor, long patience, double minDelta, double minimum)
            implements Schedule {
        private static final Hyperparameter<String> MONITOR =
                Hyperparameter.choice("monitor", Monitor.VALIDATION_LOSS.word(), Monitor.words(), "what is watched");
        private static final Hyperparameter<Double> FACTOR_OF_PLATEAU =
                Hyperparameter.number("factor", 0.1, FACTOR, "what the rate is multiplied by");
        private static final Hyperparameter<Long> PATIENCE = Hyperparameter.integer(
                "patience", 10, Range.closed(0, Integer.MAX_VALUE), "epochs without improvement that are tolerated");
        private static final Hyperparameter<Double> MIN_DELTA =
                Hyperparameter.number("minDelta", 0, Range.atLeast(0), "how much better counts as improvement");
        private static final Hyperparameter<Double> MINIMUM =
                Hyperparameter.number("minimum", 0, Range.atLeast(0), "the rate never falls below this");

        /** Refuses values out of range. */
        public Plateau {
            MONITOR.check("plateau", monitor);
            FACTOR_OF_PLATEAU.check("plateau", factor);
            PATIENCE.check("plateau", patience);
            MIN_DELTA.check("plateau", minDelta);
            MINIMUM.check("plateau", minimum);
        }

        /** A tenth after ten epochs without a better validation loss. */
        public Plateau() {
            this(
                    MONITOR.defaultValue(),
                    FACTOR_OF_PLATEAU.defaultValue(),
                    PATIENCE.defaultValue(),
                    MIN_DELTA.defaultValue(),
                    MINIMUM.defaultValue());
        }

        @Override
        public String name() {
            return "plateau";
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(MONITOR, monitor)
                    .and(FACTOR_OF_PLATEAU, factor)
                    .and(PATIENCE, patience)
                    .and(MIN_DELTA, minDelta)
                    .and(MINIMUM, minimum);
        }

        @Override
        public Plateau with(Hyperparameters values) {
            return new Plateau(
                    values.get(MONITOR),
                    values.get(FACTOR_OF_PLATEAU),
                    values.get(PATIENCE),
                    values.get(MIN_DELTA),
                    values.get(MINIMUM));
        }

        @Override
        public void requireFits(double baseRate) {
            requireBelow(minimum, baseRate);
        }

        @Override
        public double rate(double baseRate, int epoch, int epochs, PlateauState state) {
            return Math.max(minimum, baseRate * StrictMath.pow(factor, state.reductions()));
        }

        /** The history column that is watched. */
        public Monitor monitored() {
            return Monitor.of(monitor);
        }

        /** What is remembered after an epoch of this cost. */
        public PlateauState after(PlateauState before, double cost) {
            if (cost < before.best() - minDelta) {
                return new PlateauState(cost, 0, before.reductions());
            }
            boolean reduce = before.waited() + 1 > patience;
            return new PlateauState(
                    before.best(), reduce ? 0 : before.waited() + 1, before.reductions() + (reduce ? 1 : 0));
        }
    }
}
