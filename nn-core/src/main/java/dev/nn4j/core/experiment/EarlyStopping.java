// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import java.util.List;
import java.util.Map;

/**
 * Stops training when the monitored value has not improved for a while, and says which epoch is kept: an epoch is the best
 * so far if its value is better than that of the best before by more than {@link #minDelta()}, and training stops after
 * epoch e if e ≥ {@link #factor()} · best epoch + {@link #patience()}.
 *
 * @since 0.1.0
 */
public final class EarlyStopping {
    /** Where the options of this rule stand in a configuration. */
    static final String PATH = "training.earlyStopping.";

    private static final Hyperparameter<String> MONITOR =
            Hyperparameter.choice("monitor", Monitor.VALIDATION_LOSS.word(), Monitor.words(), "what is watched");
    private static final Hyperparameter<Long> PATIENCE = Hyperparameter.integer(
            "patience", 10, Range.closed(1, Integer.MAX_VALUE), "epochs without improvement that are tolerated");
    private static final Hyperparameter<Double> MIN_DELTA =
            Hyperparameter.number("minDelta", 0, Range.atLeast(0), "how much better counts as improvement");
    private static final Hyperparameter<Boolean> RESTORE_BEST =
            Hyperparameter.flag("restoreBest", true, "whether the weights of the best epoch are the result");
    private static final Hyperparameter<Double> FACTOR = Hyperparameter.number(
            "factor",
            1,
            Range.atLeast(1),
            "stops after epoch factor · best epoch + patience: later, the later the best was");
    private static final Hyperparameter<String> TIES = Hyperparameter.choice(
            "ties",
            Ties.FIRST.word(),
            List.of(Ties.FIRST.word(), Ties.LAST.word()),
            "which of equally good epochs counts as the best");

    private static final Hyperparameters DEFAULTS = Hyperparameters.of(MONITOR, MONITOR.defaultValue())
            .and(PATIENCE, PATIENCE.defaultValue())
            .and(MIN_DELTA, MIN_DELTA.defaultValue())
            .and(RESTORE_BEST, RESTORE_BEST.defaultValue())
            .and(FACTOR, FACTOR.defaultValue())
            .and(TIES, TIES.defaultValue());

    private final Hyperparameters values;

    private EarlyStopping(Hyperparameters values) {
        this.values = values;
    }

    /** Refuses values out of range. */
    static EarlyStopping of(Map<String, Object> changes) {
        DEFAULTS.declarations()
                .forEach(option -> TrainingDeclarations.requireAllowed(PATH, option, changes.get(option.name())));
        return new EarlyStopping(DEFAULTS.with("training.earlyStopping", changes));
    }

    /** Which of equally good epochs counts as the best. */
    public enum Ties {
        /** The first: what is no better is no improvement. */
        FIRST("first"),
        /** The last: what is as good was trained for longer, and patience begins anew. */
        LAST("last");

        private final String word;

        Ties(String word) {
            this.word = word;
        }

        /** As configurations say it. */
        public String word() {
            return word;
        }
    }

    /** The options, all single values: their names, defaults, ranges and meanings. */
    public static List<Hyperparameter<?>> declarations() {
        return DEFAULTS.declarations();
    }

    /** The values of {@link #declarations()}, by name and in their order: Double, Long, Boolean or String. */
    public Map<String, Object> values() {
        return values.values();
    }

    /** Starts from {@link #defaults()}. */
    public static EarlyStoppingBuilder builder() {
        return new EarlyStoppingBuilder(defaults());
    }

    /** What is watched. */
    public Monitor monitor() {
        return Monitor.of(values.get(MONITOR));
    }

    /** Epochs without improvement that are tolerated; at least 1. */
    public int patience() {
        return values.get(PATIENCE).intValue();
    }

    /** How much better counts as improvement; at least 0. */
    public double minDelta() {
        return values.get(MIN_DELTA);
    }

    /** Whether the weights of the best epoch are the result. */
    public boolean restoreBest() {
        return values.get(RESTORE_BEST);
    }

    /** How much longer than the best epoch took is waited for a better one, beside patience; at least 1. */
    public double factor() {
        return values.get(FACTOR);
    }

    /** Which of equally good epochs counts as the best. */
    public Ties ties() {
        return values.get(TIES).equals(Ties.LAST.word()) ? Ties.LAST : Ties.FIRST;
    }

    /** Whether a value is better than the best before, both as costs, of which less is better. */
    public boolean improves(double cost, double best) {
        return cost < best - minDelta() || (cost == best && ties() == Ties.LAST);
    }

    /** Whether training stops after so many epochs, of which the best is counted from 1, or 0 if there is none. */
    public boolean stopsAfter(int epochs, int bestEpoch) {
        return epochs >= factor() * bestEpoch + patience();
    }

    /** Watches the validation loss with patience 10 and restores the best weights. */
    public static EarlyStopping defaults() {
        return new EarlyStopping(DEFAULTS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EarlyStopping that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "EarlyStopping" + values;
    }
}
