// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.internal.rules.OptimizerDecay;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a network is trained, its architecture, loss and optimizer aside.
 *
 * @since 0.1.0
 */
public final class TrainingOptions {
    /** The batch size that stands for all rows. */
    public static final int FULL_BATCH = 0;

    /** The batch size that stands for one that suits the number of rows, see {@link #batchSize(int)}. */
    public static final int AUTO_BATCH = -1;

    /** The most training rows that a model keeps, see {@link #background()}. */
    public static final int MOST_BACKGROUND = 10_000;

    /** The order of rows that stand as they come, see {@link #order()}. */
    public static final String AS_GIVEN = "as-given";

    /** The order that the rows' content decides, see {@link #order()}. */
    public static final String BY_CONTENT = "content";

    /** The most shards, see {@link #shards()}. */
    public static final int MOST_SHARDS = 16_000;

    private static final String PATH = "training.";

    private final Hyperparameters values;
    private final ClassWeights classWeights;
    private final Optional<Schedule> schedule;
    private final Optional<StepSchedule> decaySchedule;
    private final Optional<StepSchedule> dropoutSchedule;
    private final Optional<EarlyStopping> earlyStopping;

    private TrainingOptions(
            Hyperparameters values,
            ClassWeights classWeights,
            Optional<Schedule> schedule,
            Optional<StepSchedule> decaySchedule,
            Optional<StepSchedule> dropoutSchedule,
            Optional<EarlyStopping> earlyStopping) {
        this.values = values;
        this.classWeights = classWeights;
        this.schedule = schedule;
        this.decaySchedule = decaySchedule;
        this.dropoutSchedule = dropoutSchedule;
        this.earlyStopping = earlyStopping;
    }

    /** Refuses values out of range. */
    static TrainingOptions of(
            Map<String, Object> changes,
            ClassWeights classWeights,
            Optional<Schedule> schedule,
            Optional<StepSchedule> decaySchedule,
            Optional<StepSchedule> dropoutSchedule,
            Optional<EarlyStopping> earlyStopping) {
        TrainingDeclarations.DEFAULTS
                .declarations()
                .forEach(option -> TrainingDeclarations.requireAllowed(PATH, option, changes.get(option.name())));
        Hyperparameters values = TrainingDeclarations.DEFAULTS.with("training", changes);
        if (values.get(TrainingDeclarations.AVERAGE_WEIGHTS) > 0 && values.get(TrainingDeclarations.AVERAGE_LAST) > 0) {
            throw new ConfigurationException(
                    PATH + TrainingDeclarations.AVERAGE_LAST.name(),
                    "is another mean of the weights than averageWeights; leave one of the two out");
        }
        return new TrainingOptions(values, classWeights, schedule, decaySchedule, dropoutSchedule, earlyStopping);
    }

    /**
     * What an option can be, as people read it after "must be".
     *
     * @param option one of {@link #declarations()}
     */
    public static String allowed(Hyperparameter<?> option) {
        return TrainingDeclarations.allowed(option);
    }

    /** Whether an option counts something, and so is a whole number that fits an int. */
    public static boolean isCount(Hyperparameter<?> option) {
        return TrainingDeclarations.isCount(option);
    }

    /** The options that are single values: their names, defaults, ranges and meanings. */
    public static List<Hyperparameter<?>> declarations() {
        return TrainingDeclarations.DEFAULTS.declarations();
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
        return values.get(TrainingDeclarations.EPOCHS).intValue();
    }

    /** Rows to a step; {@link #FULL_BATCH} for all, {@link #AUTO_BATCH} for what suits their number. */
    public int batchSize() {
        return values.get(TrainingDeclarations.BATCH_SIZE).intValue();
    }

    /**
     * Rows to a step of a training on so many rows; at most as many. {@link #AUTO_BATCH} takes 64 up to 1024 rows, 128 up
     * to 8192, 256 up to 30,000, 512 up to 100,000, and then 1024.
     *
     * @param rows that are trained on
     */
    public int batchSize(int rows) {
        return switch (batchSize()) {
            case FULL_BATCH -> rows;
            case AUTO_BATCH -> Math.min(TrainingDeclarations.automaticBatch(rows), rows);
            default -> Math.min(batchSize(), rows);
        };
    }

    /**
     * In which order the training takes the rows to be: {@value #AS_GIVEN}, or by {@value #BY_CONTENT}, a seeded hash of what
     * is in them. By content, no bit depends on the order in which rows come. Epochs then shuffle {@linkplain
     * dev.nn4j.core.gradient.BatchPart#BLOCK_ROWS blocks} of rows, and the rows within these only if a batch is smaller, and
     * the first rows are those that {@link #validationFraction()} sets aside.
     *
     * @since 0.1.0
     */
    public String order() {
        return values.get(TrainingDeclarations.ORDER);
    }

    /**
     * Into how many parts the rows are divided that train apart and meet in {@link #rounds()}: local SGD (McMahan et al. 2017;
     * with an outer momentum Douillard et al. 2023, DiLoCo). 0 for a training without; see {@link
     * dev.nn4j.core.fit.ShardTraining}.
     *
     * @since 0.1.0
     */
    public int shards() {
        return values.get(TrainingDeclarations.SHARDS).intValue();
    }

    /** The shards of so many rows: {@link #shards()}, but no more than there are whole blocks; 0 where there are to be none. */
    public int shards(int rows) {
        return Math.min(shards(), Math.max(1, rows / Blocks.ROWS));
    }

    /** How often shards meet in an epoch; at least 1. */
    public int rounds() {
        return values.get(TrainingDeclarations.ROUNDS).intValue();
    }

    /** How far a step goes towards the mean of the shards when they meet; 1 goes all the way. */
    public double outerRate() {
        return values.get(TrainingDeclarations.OUTER_RATE);
    }

    /** Which share of the steps of meetings before is kept, as Nesterov's momentum; in [0, 1). */
    public double outerMomentum() {
        return values.get(TrainingDeclarations.OUTER_MOMENTUM);
    }

    /**
     * To how many training rows columns are fitted: labels, categories, means, scales. They are the first ones; 0 stands for
     * all. By content these are as good as drawn.
     *
     * @since 0.1.0
     */
    public int fitRows() {
        return values.get(TrainingDeclarations.FIT_ROWS).intValue();
    }

    /**
     * The learning rate of a step: what the schedule and the warm-up make of a rate.
     *
     * @param baseRate the optimizer's
     * @param epoch of the step, counted from 1
     * @param way steps done before, of all; in [0, 1)
     * @param plateau what a plateau schedule remembers
     * @since 0.1.0
     */
    public double rate(double baseRate, int epoch, double way, PlateauState plateau) {
        double scheduled = scheduled(baseRate, epoch, way, plateau);
        return way < warmUp() ? scheduled * (way / warmUp()) : scheduled;
    }

    private double scheduled(double baseRate, int epoch, double way, PlateauState plateau) {
        if (schedule.isEmpty()) {
            return baseRate;
        }
        Optional<StepSchedule> byStep = StepSchedule.of(schedule.get());
        return byStep.isPresent()
                ? baseRate * byStep.get().factor(way)
                : schedule.get().rate(baseRate, epoch - 1, epochs(), plateau);
    }

    /** Whether a last batch that is shorter than the others is left out of each epoch, unless it is the only one. */
    public boolean dropLast() {
        return values.get(TrainingDeclarations.DROP_LAST);
    }

    /**
     * Whether the learning rate of a dense layer's weights is divided by the root of its inputs' number. With Adam and its
     * kind that is the neural tangent parametrisation (Jacot et al. 2018), in which weights of variance 1 are divided by
     * that root.
     */
    public boolean fanInRates() {
        return values.get(TrainingDeclarations.FAN_IN_RATES);
    }

    /** By which the learning rate of biases, and of the shifts of normalisations, is multiplied; at least 0. */
    public double biasRate() {
        return values.get(TrainingDeclarations.BIAS_RATE);
    }

    /** By which the learning rate of scales, those of normalisations too, is multiplied; at least 0. */
    public double scaleRate() {
        return values.get(TrainingDeclarations.SCALE_RATE);
    }

    /** By which the learning rate of what activations train is multiplied; at least 0. */
    public double slopeRate() {
        return values.get(TrainingDeclarations.SLOPE_RATE);
    }

    /** By which the learning rate of embeddings is multiplied; at least 0. */
    public double embeddingRate() {
        return values.get(TrainingDeclarations.EMBEDDING_RATE);
    }

    /** Factor on the learning rate of the rows that stand for categories; at 0 they stay as they are. */
    public double tableRate() {
        return values.get(TrainingDeclarations.TABLE_RATE);
    }

    /**
     * Whether an optimizer's weight decay is for the rows that stand for categories. A category that a batch does not have
     * would still decay.
     */
    public boolean decayTables() {
        return values.get(TrainingDeclarations.DECAY_TABLES);
    }

    /** Whether an optimizer's weight decay is for biases, and for scales and shifts of normalisations, too. */
    public boolean decayBiases() {
        return values.get(TrainingDeclarations.DECAY_BIASES);
    }

    /** Number of leading layers whose parameters stay as they are. Running statistics go on. */
    public int frozen() {
        return values.get(TrainingDeclarations.FROZEN).intValue();
    }

    /** Whether rows are put in a new order each epoch. */
    public boolean shuffle() {
        return values.get(TrainingDeclarations.SHUFFLE);
    }

    /** Seed of initialisation, order, dropout and splits. */
    public long seed() {
        return values.get(TrainingDeclarations.SEED);
    }

    /**
     * Share of the rows set aside for validation, in [0, 1): of each label in proportion, by largest remainders, at least
     * one row of each left to learn from.
     */
    public double validationFraction() {
        return values.get(TrainingDeclarations.VALIDATION_FRACTION);
    }

    /** Penalty λ₁·Σ|w| on weights (not biases): g += λ₁·sign(w); at least 0. */
    public double l1() {
        return values.get(TrainingDeclarations.L1);
    }

    /** Penalty ½·λ₂·Σw² on weights (not biases): g += λ₂·w; at least 0. */
    public double l2() {
        return values.get(TrainingDeclarations.L2);
    }

    /** Gradients are limited to ± this, before their norm is; 0 for no limit. */
    public double clipValue() {
        return values.get(TrainingDeclarations.CLIP_VALUE);
    }

    /** The whole gradient is scaled down to this Euclidean norm; 0 for no limit. */
    public double clipNorm() {
        return values.get(TrainingDeclarations.CLIP_NORM);
    }

    /**
     * ε in [0, 1): training takes (1 − ε)·t + ε/K for a target t, K being the number of classes, and 2 where each output is
     * a yes or no (Szegedy et al. 2016). The loss on validation data is the plain one. Only for losses that judge
     * probabilities.
     */
    public double labelSmoothing() {
        return values.get(TrainingDeclarations.LABEL_SMOOTHING);
    }

    /**
     * d in [0, 1): above 0 the result is no longer the weights themselves but their running mean m, exponential in the
     * steps (Polyak and Juditsky 1992): after step k m ← m + (1 − d')·(w − m) with d' = min(d, (1 + k)/(10 + k)), so that
     * the first steps are soon forgotten. Validation and early stopping take the mean too, and running statistics have
     * theirs; the training loss stays that of the weights.
     */
    public double averageWeights() {
        return values.get(TrainingDeclarations.AVERAGE_WEIGHTS);
    }

    /**
     * A share in [0, 1): above 0 the result is the equal mean of the weights after each of the last steps (stochastic weight
     * averaging, Izmailov et al. 2018), which begins when all but this share of the steps are done; until then it is the
     * weights themselves. Validation and early stopping take it too; the training loss stays that of the weights. It is not
     * for networks with batch normalisation, whose running statistics would be those of no weights that there are, nor
     * together with {@link #averageWeights()}.
     */
    public double averageLast() {
        return values.get(TrainingDeclarations.AVERAGE_LAST);
    }

    /** Whether the result is a mean of weights, of either kind. */
    public boolean averages() {
        return averageWeights() > 0 || averageLast() > 0;
    }

    /**
     * A share w in [0, 1) of the training in which the learning rate rises from 0 to what the schedule says, if there is
     * one: with t the steps done divided by all steps, it is multiplied by min(1, t/w). 0 for none.
     */
    public double warmUp() {
        return values.get(TrainingDeclarations.WARM_UP);
    }

    /** Weights of the labels, times those of the samples; only their ratios matter, and as much at any batch size. */
    public ClassWeights classWeights() {
        return classWeights;
    }

    /** Schedule of the learning rate. */
    public Optional<Schedule> schedule() {
        return schedule;
    }

    /** Schedule of the optimizer's weight decay, which it multiplies. */
    public Optional<StepSchedule> decaySchedule() {
        return decaySchedule;
    }

    /** Schedule of the dropout layers' rates, which it multiplies. */
    public Optional<StepSchedule> dropoutSchedule() {
        return dropoutSchedule;
    }

    /**
     * Passes if the options can be followed with this optimizer.
     *
     * @param learningRate the optimizer's step size
     * @throws ConfigurationException if a schedule would raise the rate, or is for a weight decay that the optimizer does
     *     not have
     */
    public void requireFits(Optimizer optimizer, double learningRate) {
        schedule.ifPresent(given -> given.requireFits(learningRate));
        if (decaySchedule.isPresent() && !OptimizerDecay.isIn(optimizer)) {
            throw new ConfigurationException(
                    PATH + "decaySchedule",
                    "is for an optimizer with " + OptimizerDecay.NAME + ", which " + optimizer.name()
                            + " does not have; take another, such as adamw, or leave the schedule out");
        }
    }

    /**
     * Whether, after the training with rows set aside for validation, the network is trained again on all rows: from a new
     * initialisation by the same seed, for as many epochs as were best, with schedules that are still those of {@link
     * #epochs()}. Preprocessing is fitted to all rows, too.
     *
     * <p>Of an {@linkplain Ensemble.Kind#FOLDS ensemble of folds} one network is so trained in place of the members, for as many
     * epochs as were best for them together. Where rows are few, five folds say better than one fifth of the rows how long that
     * should be, and every row has an answer of a network that has not seen it.
     */
    public boolean refit() {
        return values.get(TrainingDeclarations.REFIT);
    }

    /**
     * Whether, when the training has come to its end, temperature scaling (Guo et al. 2017) is fitted on the validation
     * rows: the factor on the logits with which their log-loss is least. It is multiplied into the weights and biases of
     * the last layer where the log-loss falls by more than a thousandth. The history is of the training before. Only for a
     * last layer with sigmoid or softmax.
     */
    public boolean calibrate() {
        return values.get(TrainingDeclarations.CALIBRATE);
    }

    /**
     * How many training rows the model keeps, so that others can be {@linkplain dev.nn4j.core.explanation.Background#kept
     * explained} in comparison with them. They are drawn, and take the place of the golden rows. No weight depends on it.
     *
     * @return 0, where it keeps none for that, to {@value #MOST_BACKGROUND}
     * @since 0.1.0
     */
    public int background() {
        return values.get(TrainingDeclarations.BACKGROUND).intValue();
    }

    /**
     * Whether the model keeps a {@link dev.nn4j.core.profile.TrainingProfile} of the rows that it learnt from, which tells
     * later how far other rows are from them. No weight depends on it.
     *
     * @since 0.1.0
     */
    public boolean profile() {
        return values.get(TrainingDeclarations.PROFILE);
    }

    /**
     * How the validation rows, or those out of fold, are scored when the training has come to its end, so that the model
     * says how far its answers may be from the truth: {@code none}, {@code auto}, or the {@linkplain
     * dev.nn4j.core.conformal.ConformalMethod#word word} of a method. No weight depends on it.
     */
    public String conformal() {
        return values.get(TrainingDeclarations.CONFORMAL);
    }

    /**
     * Passes if a second training on all rows is not asked for, or can be.
     *
     * @param folds whether rows take turns in being set aside
     * @throws ConfigurationException if no rows are set aside, or the schedule watches validation rows
     */
    void requireRefittable(boolean folds) {
        if (!refit()) {
            return;
        }
        if (validationFraction() == 0 && !folds) {
            throw new ConfigurationException(
                    PATH + "refit",
                    "trains again for as many epochs as were best on rows set aside, and none are; set"
                            + " training.validationFraction, or an ensemble of folds that says how many");
        }
        schedule.ifPresent(rule -> {
            if (rule instanceof Schedules.Plateau plateau && plateau.monitored().needsValidation()) {
                throw new ConfigurationException(
                        PATH + "refit",
                        "leaves no validation rows to the second training, but the plateau schedule watches \""
                                + plateau.monitor() + "\"; watch \"loss\", or take another schedule");
            }
        });
    }

    /** When to stop before the last epoch. */
    public Optional<EarlyStopping> earlyStopping() {
        return earlyStopping;
    }

    /** What early stopping and the schedule watch, in the order of {@link Monitor}. */
    public Set<Monitor> watched() {
        Set<Monitor> watched = EnumSet.noneOf(Monitor.class);
        earlyStopping.ifPresent(rule -> watched.add(rule.monitor()));
        schedule.ifPresent(rule -> {
            if (rule instanceof Schedules.Plateau plateau) {
                watched.add(plateau.monitored());
            }
        });
        return Collections.unmodifiableSet(watched);
    }

    /** 100 epochs in shuffled batches of 32, seed 0, nothing else. */
    public static TrainingOptions defaults() {
        return new TrainingOptions(
                TrainingDeclarations.DEFAULTS,
                ClassWeights.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingOptions that
                && values.equals(that.values)
                && classWeights.equals(that.classWeights)
                && schedule.equals(that.schedule)
                && decaySchedule.equals(that.decaySchedule)
                && dropoutSchedule.equals(that.dropoutSchedule)
                && earlyStopping.equals(that.earlyStopping);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, classWeights, schedule, decaySchedule, dropoutSchedule, earlyStopping);
    }

    @Override
    public String toString() {
        return "TrainingOptions" + values + "[classWeights=" + classWeights + ", schedule=" + schedule
                + ", decaySchedule=" + decaySchedule + ", dropoutSchedule=" + dropoutSchedule + ", earlyStopping="
                + earlyStopping + "]";
    }
}
