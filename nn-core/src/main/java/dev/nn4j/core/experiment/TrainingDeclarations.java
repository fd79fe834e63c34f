// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The training options that are single values, and what they can be. */
final class TrainingDeclarations {
    static final Hyperparameter<Long> EPOCHS =
            Hyperparameter.integer("epochs", 100, counts(1), "most passes over the data");
    static final Hyperparameter<Long> BATCH_SIZE =
            Hyperparameter.integer("batchSize", 32, counts(TrainingOptions.AUTO_BATCH), "rows to a step");
    static final Hyperparameter<Boolean> SHUFFLE =
            Hyperparameter.flag("shuffle", true, "whether rows are put in a new order each epoch");
    static final Hyperparameter<String> ORDER = Hyperparameter.choice(
            "order",
            TrainingOptions.AS_GIVEN,
            List.of(TrainingOptions.AS_GIVEN, TrainingOptions.BY_CONTENT),
            "whether the rows' order decides bits, or their content alone");
    static final Hyperparameter<Long> SEED =
            Hyperparameter.integer("seed", 0, Range.finite(), "seed of initialisation, order, dropout and splits");
    static final Hyperparameter<Double> VALIDATION_FRACTION = Hyperparameter.number(
            "validationFraction", 0, Range.closedOpen(0, 1), "share of the rows set aside for validation");
    static final Hyperparameter<Double> L1 =
            Hyperparameter.floatNumber("l1", 0, Range.atLeast(0), "penalty l1·Σ|w| on weights, not on biases");
    static final Hyperparameter<Double> L2 =
            Hyperparameter.floatNumber("l2", 0, Range.atLeast(0), "penalty ½·l2·Σw² on weights, not on biases");
    static final Hyperparameter<Double> CLIP_NORM = Hyperparameter.floatNumber(
            "clipNorm", 0, Range.atLeast(0), "Euclidean norm that the gradient is scaled down to; 0 for no limit");
    static final Hyperparameter<Double> CLIP_VALUE = Hyperparameter.floatNumber(
            "clipValue", 0, Range.atLeast(0), "most that an element of the gradient may be; 0 for no limit");
    static final Hyperparameter<Double> LABEL_SMOOTHING = Hyperparameter.floatNumber(
            "labelSmoothing",
            0,
            Range.closedOpen(0, 1),
            "share of each target that is spread evenly over all classes, in training alone");
    static final Hyperparameter<Boolean> DROP_LAST =
            Hyperparameter.flag("dropLast", false, "whether the last batch of an epoch is left out where it is short");
    static final Hyperparameter<Boolean> FAN_IN_RATES = Hyperparameter.flag(
            "fanInRates", false, "whether the rate of a dense layer's weights is divided by the root of its inputs");
    static final Hyperparameter<Double> BIAS_RATE = rate("biasRate", "biases and shifts");
    static final Hyperparameter<Double> SCALE_RATE = rate("scaleRate", "scales");
    static final Hyperparameter<Double> SLOPE_RATE = rate("slopeRate", "what activations train");
    static final Hyperparameter<Double> EMBEDDING_RATE = rate("embeddingRate", "embeddings");
    static final Hyperparameter<Double> TABLE_RATE = rate("tableRate", "rows that stand for categories");
    static final Hyperparameter<Boolean> DECAY_BIASES = Hyperparameter.flag(
            "decayBiases", true, "whether weightDecay is for biases and for what normalisations train, too");
    static final Hyperparameter<Boolean> DECAY_TABLES =
            Hyperparameter.flag("decayTables", false, "whether weightDecay is for rows that stand for categories, too");
    static final Hyperparameter<Long> FROZEN =
            Hyperparameter.integer("frozen", 0, counts(0), "leading layers whose parameters stay as they are");
    static final Hyperparameter<Long> SHARDS = Hyperparameter.integer(
            "shards",
            0,
            Range.closed(0, TrainingOptions.MOST_SHARDS),
            "parts of the rows that train apart and meet in rounds; 0 for one training of all rows");
    static final Hyperparameter<Long> ROUNDS =
            Hyperparameter.integer("rounds", 1, counts(1), "how often shards meet in an epoch");
    static final Hyperparameter<Double> OUTER_RATE = Hyperparameter.floatNumber(
            "outerRate", 0.7, Range.greaterThan(0), "step towards the mean of the shards when they meet");
    static final Hyperparameter<Double> OUTER_MOMENTUM = Hyperparameter.floatNumber(
            "outerMomentum", 0.9, Range.closedOpen(0, 1), "share of the steps of meetings before that is kept");
    static final Hyperparameter<Long> FIT_ROWS = Hyperparameter.integer(
            "fitRows", 0, counts(0), "training rows, the first ones, that columns are fitted to; 0 for all");

    static final Hyperparameter<Double> AVERAGE_WEIGHTS = Hyperparameter.number(
            "averageWeights",
            0,
            Range.closedOpen(0, 1),
            "share that the running mean of the weights, which is the result, keeps in a step; 0 for none");
    static final Hyperparameter<Double> AVERAGE_LAST = Hyperparameter.number(
            "averageLast",
            0,
            Range.closedOpen(0, 1),
            "share of the training at its end whose weights are averaged equally to be the result; 0 for none");
    static final Hyperparameter<Double> WARM_UP = Hyperparameter.number(
            "warmUp",
            0,
            Range.closedOpen(0, 1),
            "share of the training in which the rate rises from 0 to what the schedule says; 0 for none");
    static final Hyperparameter<Boolean> REFIT = Hyperparameter.flag(
            "refit",
            false,
            "whether one network is trained again on all rows, for as long as was best; in place of an ensemble of folds, for"
                    + " as long as was best for its members together");

    static final Hyperparameter<Boolean> CALIBRATE = Hyperparameter.flag(
            "calibrate", false, "whether a factor on the logits is fitted on the validation rows in the end");

    static final Hyperparameter<Boolean> PROFILE = Hyperparameter.flag(
            "profile", false, "whether the model keeps what its training rows looked like: ranges and frequencies");
    static final Hyperparameter<Long> BACKGROUND = Hyperparameter.integer(
            "background",
            0,
            Range.closed(0, TrainingOptions.MOST_BACKGROUND),
            "training rows that the model keeps, to explain others in comparison with them");
    static final Hyperparameter<String> CONFORMAL = Hyperparameter.choice(
            "conformal",
            ConformalWord.NONE,
            ConformalWord.WORDS,
            "how validation rows are scored in the end, for intervals and sets");

    /** The options that are single values. One that is added here is read, written, checked and documented. */
    static final Hyperparameters DEFAULTS = Hyperparameters.of(EPOCHS, EPOCHS.defaultValue())
            .and(BATCH_SIZE, BATCH_SIZE.defaultValue())
            .and(SHUFFLE, SHUFFLE.defaultValue())
            .and(ORDER, ORDER.defaultValue())
            .and(SEED, SEED.defaultValue())
            .and(VALIDATION_FRACTION, VALIDATION_FRACTION.defaultValue())
            .and(L1, L1.defaultValue())
            .and(L2, L2.defaultValue())
            .and(CLIP_NORM, CLIP_NORM.defaultValue())
            .and(CLIP_VALUE, CLIP_VALUE.defaultValue())
            .and(LABEL_SMOOTHING, LABEL_SMOOTHING.defaultValue())
            .and(DROP_LAST, DROP_LAST.defaultValue())
            .and(FAN_IN_RATES, FAN_IN_RATES.defaultValue())
            .and(BIAS_RATE, BIAS_RATE.defaultValue())
            .and(SCALE_RATE, SCALE_RATE.defaultValue())
            .and(SLOPE_RATE, SLOPE_RATE.defaultValue())
            .and(EMBEDDING_RATE, EMBEDDING_RATE.defaultValue())
            .and(TABLE_RATE, TABLE_RATE.defaultValue())
            .and(DECAY_BIASES, DECAY_BIASES.defaultValue())
            .and(DECAY_TABLES, DECAY_TABLES.defaultValue())
            .and(FROZEN, FROZEN.defaultValue())
            .and(SHARDS, SHARDS.defaultValue())
            .and(ROUNDS, ROUNDS.defaultValue())
            .and(OUTER_RATE, OUTER_RATE.defaultValue())
            .and(OUTER_MOMENTUM, OUTER_MOMENTUM.defaultValue())
            .and(FIT_ROWS, FIT_ROWS.defaultValue())
            .and(AVERAGE_WEIGHTS, AVERAGE_WEIGHTS.defaultValue())
            .and(AVERAGE_LAST, AVERAGE_LAST.defaultValue())
            .and(WARM_UP, WARM_UP.defaultValue())
            .and(REFIT, REFIT.defaultValue())
            .and(CALIBRATE, CALIBRATE.defaultValue())
            .and(PROFILE, PROFILE.defaultValue())
            .and(BACKGROUND, BACKGROUND.defaultValue())
            .and(CONFORMAL, CONFORMAL.defaultValue());

    private TrainingDeclarations() {}

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

    /** What an option can be, as people read it after "must be". */
    static String allowed(Hyperparameter<?> option) {
        if (option == BATCH_SIZE) {
            return allowed(EPOCHS) + ", \"full\" or \"auto\"";
        }
        return isCount(option)
                ? option.kind().inWords() + " at least " + (int) option.range().low()
                : option.allowed();
    }

    /** Whether an option counts something, and so is a whole number that fits an int. */
    static boolean isCount(Hyperparameter<?> option) {
        return option.range().high() == Integer.MAX_VALUE;
    }

    private static Hyperparameter<Double> rate(String name, String whose) {
        return Hyperparameter.number(
                name, 1, Range.atLeast(0), "factor on the rate of " + whose + "; 0 leaves them as they are");
    }

    private static Range counts(int least) {
        return Range.closed(least, Integer.MAX_VALUE);
    }

    /** Rows to a step that suit a number of rows. */
    static int automaticBatch(int rows) {
        if (rows <= 1024) {
            return 64;
        }
        if (rows <= 8192) {
            return 128;
        }
        if (rows <= 30_000) {
            return 256;
        }
        return rows <= 100_000 ? 512 : 1024;
    }
}
