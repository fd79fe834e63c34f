// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained, its architecture, loss and optimizer aside.
 *
 * @since 0.1.0
 */
public final class TrainingOptions {
    /** The batch size that stands for all rows. */
    public static final int FULL_BATCH = 0;

    private static final String PATH = "training.";

    private static final Hyperparameter<Long> EPOCHS =
            Hyperparameter.integer("epochs", 100, counts(1), "most passes over the data");
    private static final Hyperparameter<Long> BATCH_SIZE =
            Hyperparameter.integer("batchSize", 32, counts(FULL_BATCH), "rows to a step");
    private static final Hyperparameter<Boolean> SHUFFLE =
            Hyperparameter.flag("shuffle", true, "whether rows are put in a new order each epoch");
    private static final Hyperparameter<Long> SEED =
            Hyperparameter.integer("seed", 0, Range.finite(), "seed of initialisation, order, dropout and splits");
    private static final Hyperparameter<Double> VALIDATION_FRACTION = Hyperparameter.number(
            "validationFraction", 0, Range.closedOpen(0, 1), "share of the rows set aside for validation");
    private static final Hyperparameter<Double> L1 =
            Hyperparameter.floatNumber("l1", 0, Range.atLeast(0), "penalty l1·Σ|w| on weights, not on biases");
    private static final Hyperparameter<Double> L2 =
            Hyperparameter.floatNumber("l2", 0, Range.atLeast(0), "penalty ½·l2·Σw² on weights, not on biases");
    private static final Hyperparameter<Double> CLIP_NORM = Hyperparameter.floatNumber(
            "clipNorm", 0, Range.atLeast(0), "Euclidean norm that the gradient is scaled down to; 0 for no limit");
    private static final Hyperparameter<Double> CLIP_VALUE = Hyperparameter.floatNumber(
            "clipValue", 0, Range.atLeast(0), "most that an element of the gradient may be; 0 for no limit");
    private static final Hyperparameter<Double> LABEL_SMOOTHING = Hyperparameter.floatNumber(
            "labelSmoothing",
            0,
            Range.closedOpen(0, 1),
            "share of each target that is spread evenly over all classes, in training alone");

    /** The options that are single values. One that is added here is read, written, checked and documented. */
    private static final Hyperparameters DEFAULTS = Hyperparameters.of(EPOCHS, EPOCHS.defaultValue())
            .and(BATCH_SIZE, BATCH_SIZE.defaultValue())
            .and(SHUFFLE, SHUFFLE.defaultValue())
            .and(SEED, SEED.defaultValue())
            .and(VALIDATION_FRACTION, VALIDATION_FRACTION.defaultValue())
            .and(L1, L1.defaultValue())
            .and(L2, L2.defaultValue())
            .and(CLIP_NORM, CLIP_NORM.defaultValue())
            .and(CLIP_VALUE, CLIP_VALUE.defaultValue())
            .and(LABEL_SMOOTHING, LABEL_SMOOTHING.defaultValue());

    private final Hyperparameters values;
    private final ClassWeights classWeights;
    private final Optional<Schedule> schedule;
    private final Optional<EarlyStopping> earlyStopping;

    private TrainingOptions(
            Hyperparameters values,
            ClassWeights classWeights,
            Optional<Schedule> schedule,
            Optional<EarlyStopping> earlyStopping) {
        this.values = values;
        this.classWeights = classWeights;
        this.schedule = schedule;
        this.earlyStopping = earlyStopping;
    }

    /** Refuses values out of range. */
    static TrainingOptions of(
            Map<String, Object> changes,
            ClassWeights classWeights,
            Optional<Schedule> schedule,
            Optional<EarlyStopping> earlyStopping) {
        DEFAULTS.declarations().forEach(option -> requireAllowed(PATH, option, changes.get(option.name())));
        return new TrainingOptions(DEFAULTS.with("training", changes), classWeights, schedule, earlyStopping);
    }

    /** Passes if an option is left out or has a value that it may have; the path is that of its fellows. */
    static void requireAllowed(String path, Hyperparameter<?> option, @Nullable Object value) {
        if (value == null) {
            return;
        }
        try {
            option.parse("", value);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    path + option.name(), "must be " + allowed(option) + ", got " + found(option, value));
        }
    }

    private static Object found(Hyperparameter<?> option, Object value) {
        boolean lostAsFloat = option.kind() == Hyperparameter.Kind.NUMBER
                && value instanceof Number number
                && option.range().contains(number.doubleValue());
        return lostAsFloat
                ? value + ", which is " + ((Number) value).floatValue() + " as the float that is computed with"
                : value;
    }

    /**
     * What an option can be, as people read it after "must be".
     *
     * @param option one of {@link #declarations()}
     */
    public static String allowed(Hyperparameter<?> option) {
        if (option == BATCH_SIZE) {
            return allowed(EPOCHS) + " or \"full\"";
        }
        return isCount(option)
                ? option.kind().inWords() + " at least " + (int) option.range().low()
                : option.allowed();
    }

    /** Whether an option counts something, and so is a whole number that fits an int. */
    public static boolean isCount(Hyperparameter<?> option) {
        return option.range().high() == Integer.MAX_VALUE;
    }

    private static Range counts(int least) {
        return Range.closed(least, Integer.MAX_VALUE);
    }

    /** The options that are single values: their names, defaults, ranges and meanings. */
    public static List<Hyperparameter<?>> declarations() {
        return DEFAULTS.declarations();
    }

    /** The values of {@link #declarations()}, by name and in their order: Double, Long or Boolean. */
    public Map<String, Object> values() {
        return values.values();
    }

    /** Starts from {@link #defaults()}. */
    public static TrainingOptionsBuilder builder() {
        return defaults().toBuilder();
    }

    /** Starts from these. */
    public TrainingOptionsBuilder toBuilder() {
        return new TrainingOptionsBuilder(this);
    }

    /** Most passes over the data; at least 1. */
    public int epochs() {
        return values.get(EPOCHS).intValue();
    }

    /** Rows to a step; {@link #FULL_BATCH} for all. */
    public int batchSize() {
        return values.get(BATCH_SIZE).intValue();
    }

    /** Whether rows are put in a new order each epoch. */
    public boolean shuffle() {
        return values.get(SHUFFLE);
    }

    /** Seed of initialisation, order, dropout and splits. */
    public long seed() {
        return values.get(SEED);
    }

    /**
     * Share of the rows set aside for validation, in [0, 1): of each label in proportion, by largest remainders, at least
     * one row of each left to learn from.
     */
    public double validationFraction() {
        return values.get(VALIDATION_FRACTION);
    }

    /** Penalty λ₁·Σ|w| on weights (not biases): g += λ₁·sign(w); at least 0. */
    public double l1() {
        return values.get(L1);
    }

    /** Penalty ½·λ₂·Σw² on weights (not biases): g += λ₂·w; at least 0. */
    public double l2() {
        return values.get(L2);
    }

    /** Gradients are limited to ± this, before their norm is; 0 for no limit. */
    public double clipValue() {
        return values.get(CLIP_VALUE);
    }

    /** The whole gradient is scaled down to this Euclidean norm; 0 for no limit. */
    public double clipNorm() {
        return values.get(CLIP_NORM);
    }

    /**
     * ε in [0, 1): training takes (1 − ε)·t + ε/K for a target t, K being the number of classes, and 2 where each output is
     * a yes or no (Szegedy et al. 2016). The loss on validation data is the plain one. Only for losses that judge
     * probabilities.
     */
    public double labelSmoothing() {
        return values.get(LABEL_SMOOTHING);
    }

    /** Weights of the labels, times those of the samples; only their ratios matter, and as much at any batch size. */
    public ClassWeights classWeights() {
        return classWeights;
    }

    /** Schedule of the learning rate. */
    public Optional<Schedule> schedule() {
        return schedule;
    }

    /** When to stop before the last epoch. */
    public Optional<EarlyStopping> earlyStopping() {
        return earlyStopping;
    }

    /** 100 epochs in shuffled batches of 32, seed 0, nothing else. */
    public static TrainingOptions defaults() {
        return new TrainingOptions(DEFAULTS, ClassWeights.none(), Optional.empty(), Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingOptions that
                && values.equals(that.values)
                && classWeights.equals(that.classWeights)
                && schedule.equals(that.schedule)
                && earlyStopping.equals(that.earlyStopping);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, classWeights, schedule, earlyStopping);
    }

    @Override
    public String toString() {
        return "TrainingOptions" + values + "[classWeights=" + classWeights + ", schedule=" + schedule
                + ", earlyStopping=" + earlyStopping + "]";
    }
}
