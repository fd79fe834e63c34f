// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.internal.preparation.TrainingFit;
import dev.nn4j.core.internal.rules.LossFit;
import dev.nn4j.core.internal.rules.OuterMomentum;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.training.Training;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Trains bare networks on numeric data: the level below {@link Training}, for programs that prepare rows themselves.
 *
 * @since 0.1.0
 */
public final class NetworkTraining {
    private final Loss loss;
    private final Optimizer optimizer;
    private final double learningRate;
    private final TrainingOptions options;
    private final Optional<Function<ParameterRange, UpdateRule>> rules;
    private final OptionalInt exactEpochs;
    private final OptionalInt pause;
    private final Surroundings run;

    private NetworkTraining(
            Loss loss,
            Optimizer optimizer,
            double learningRate,
            TrainingOptions options,
            Optional<Function<ParameterRange, UpdateRule>> rules,
            OptionalInt exactEpochs,
            OptionalInt pause,
            Surroundings run) {
        this.loss = loss;
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.options = options;
        this.rules = rules;
        this.exactEpochs = exactEpochs;
        this.pause = pause;
        this.run = run;
    }

    private NetworkTraining with(Surroundings changed) {
        return new NetworkTraining(loss, optimizer, learningRate, options, rules, exactEpochs, pause, changed);
    }

    /** What is minimised. */
    public Loss loss() {
        return loss;
    }

    /** How it is minimised. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** The optimizer's step size; above 0. */
    public double learningRate() {
        return learningRate;
    }

    /** How the network is trained; without class weights and validation fraction, which are for tables. */
    public TrainingOptions options() {
        return options;
    }

    /** Threads and kernels. */
    public Execution execution() {
        return run.execution();
    }

    /** The listener; several that were added are one. */
    public TrainingListener listener() {
        return run.listener();
    }

    /** Is asked after every batch whether to give up the running epoch and stop. */
    public BooleanSupplier cancelled() {
        return run.cancelled();
    }

    /** What keeps the states that {@link #resume} continues from. */
    public Optional<StateKeeping> stateKeeping() {
        return run.stateKeeping();
    }

    /**
     * A training that nobody watches, on all cores.
     *
     * @param learningRate the optimizer's step size; above 0
     * @param options all but class weights and a validation fraction, which {@link Training} has: here rows bring their
     *     weights ({@link DataSet#withWeights(float[])}) and validation data is given to {@link #run}
     * @throws ConfigurationException if the rate is not above 0, or the options ask for what is {@link Training}'s
     */
    public static NetworkTraining of(Loss loss, Optimizer optimizer, double learningRate, TrainingOptions options) {
        Objects.requireNonNull(loss, "network training: the loss is null");
        Objects.requireNonNull(optimizer, "network training: the optimizer is null");
        Objects.requireNonNull(options, "network training: the options are null");
        LossFit.requireRate(learningRate);
        LossFit.requireSmoothable(loss, options.labelSmoothing());
        LossFit.requireCalibratable(loss, options.calibrate());
        options.requireFits(optimizer, learningRate);
        TrainingFit.requireWithoutTable(options);
        return new NetworkTraining(
                loss,
                optimizer,
                learningRate,
                options,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                new Surroundings());
    }

    /** The same on these threads and kernels. */
    public NetworkTraining withExecution(Execution chosen) {
        Objects.requireNonNull(chosen, "network training: the execution is null");
        return with(run.on(chosen));
    }

    /** The same, telling this listener too, after those that were added before. */
    public NetworkTraining withListener(TrainingListener watcher) {
        Objects.requireNonNull(watcher, "network training: the listener is null");
        return with(run.tellingToo(watcher));
    }

    /**
     * The same, asking this too after every batch, and on the way through a long one, whether to give up the running epoch
     * and stop. The thread's interrupt does the same, and is left standing.
     */
    public NetworkTraining withCancellation(BooleanSupplier asked) {
        Objects.requireNonNull(asked, "network training: the cancellation is null");
        return with(run.askingToo(asked));
    }

    /**
     * The same, handing out its states.
     *
     * @throws IllegalStateException if they are handed to another already, who may pass them on
     */
    public NetworkTraining withStateKeeping(StateKeeping keeping) {
        if (run.stateKeeping().isPresent()) {
            throw new IllegalStateException(
                    "network training: its states are handed out already; let that keeper pass" + " them on");
        }
        return with(run.keptBy(keeping));
    }

    /**
     * The same with gradients that are computed elsewhere: by other processes or machines, block by block. The result is, bit
     * for bit, that of a training without. Not for networks in which a layer couples the rows of a batch.
     */
    public NetworkTraining withGradients(GradientSource source) {
        Objects.requireNonNull(source, "network training: the gradient source is null");
        return with(run.computedBy(source));
    }

    /**
     * The same for rows that are known to be right, as another part of the program has made or checked them: they are not
     * looked over before the first batch, which spares a walk over all of the data. Of rows that are not, the result is
     * anything.
     */
    public NetworkTraining withTrustedRows() {
        return with(run.trustingRows());
    }

    /**
     * The same with rules for ranges of parameters: weight decay for weights and not for biases, a slower first layer, a
     * frozen one. {@code training.withUpdateRules(range -> range.role() == Role.WEIGHT ? rule :
     * rule.withHyperparameter("weightDecay", 0.0))}, with {@code rule} being {@link UpdateRule#of} this training's
     * optimizer. A training that is resumed must be given the same rules again. What the options say of roles and layers
     * ({@link TrainingOptions#biasRate()} and its kind) holds too: factors are multiplied.
     *
     * @param chosen is asked for the rule of each range of the network that is trained, see {@link NetworkSpec#ranges}
     */
    public NetworkTraining withUpdateRules(Function<ParameterRange, UpdateRule> chosen) {
        Objects.requireNonNull(chosen, "network training: the update rules are null");
        return new NetworkTraining(
                loss, optimizer, learningRate, options, Optional.of(chosen), exactEpochs, pause, run);
    }

    /**
     * The same for so many of its epochs, no more and no less: early stopping neither stops it nor chooses an epoch, and
     * schedules are still those of {@link TrainingOptions#epochs()}. No temperature is fitted. Of a training with early
     * stopping such states cannot be resumed.
     *
     * @param epochs from 1 to those of the options
     */
    public NetworkTraining forExactly(int epochs) {
        if (epochs < 1 || epochs > options.epochs()) {
            throw new IllegalArgumentException(
                    "network training: the epochs to train must be in [1, " + options.epochs() + "], got " + epochs);
        }
        return new NetworkTraining(loss, optimizer, learningRate, options, rules, OptionalInt.of(epochs), pause, run);
    }

    /**
     * The same, which pauses after so many epochs if it is not over before: all is as if it went on, and from the state that it
     * hands out then ({@link #withStateKeeping}) a training without the pause does. No temperature is fitted before the end.
     *
     * @param epochs at least 1; those of a state that is gone on from are counted
     */
    public NetworkTraining pausingAfter(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException(
                    "network training: the epochs before a pause must be at least 1, got " + epochs);
        }
        return new NetworkTraining(
                loss, optimizer, learningRate, options, rules, exactEpochs, OptionalInt.of(epochs), run);
    }

    /** Whether it is what a shard does between two meetings: a part of a step of another training. */
    boolean isShard() {
        return run.shard();
    }

    /** Where gradients are computed, unless that is here. */
    Optional<GradientSource> gradients() {
        return run.gradients();
    }

    /** How ranges of parameters are updated. */
    RangeRules rangeRules() {
        return new RangeRules(optimizer, options, rules);
    }

    /** The epoch after which it ends for now. */
    int lastEpoch() {
        return Math.min(mostEpochs(), pause.orElse(Integer.MAX_VALUE));
    }

    /** How many epochs there will be at most. */
    int mostEpochs() {
        return exactEpochs.orElse(options.epochs());
    }

    /** Whether a temperature is fitted at the end: of an exact number of epochs those before have said all. */
    boolean calibrates() {
        return options.calibrate() && exactEpochs.isEmpty();
    }

    /** When to stop before, and which epoch to keep. */
    Optional<EarlyStopping> stoppingRule() {
        return exactEpochs.isPresent() ? Optional.empty() : options.earlyStopping();
    }

    /** Trains without validation. See {@link #run(Network, DataSet, Optional)}. */
    public NetworkResult run(Network initial, DataSet training) {
        return run(initial, training, Optional.empty());
    }

    /**
     * Trains.
     *
     * @param initial where to start; left as it is
     * @param training rows as wide as the network
     * @param validation likewise
     * @throws ConfigurationException if the network's outputs are not what the loss judges, something watches validation
     *     data that is not there, or a batch of one row would have to be normalised
     * @throws IllegalArgumentException if widths differ, targets are not such as the loss takes, or an input is not
     *     finite
     * @throws java.util.concurrent.CancellationException if it is cancelled while targets are looked over, before the first
     *     batch
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    public NetworkResult run(Network initial, DataSet training, Optional<DataSet> validation) {
        if (!run.trusting()) {
            new NetworkRun(this, training, validation).requireTargets(initial);
        }
        return run(initial, Optional.empty(), training, validation);
    }

    /**
     * Goes on with a training that was stopped. On the same data this gives, bit for bit, what the training would have
     * given without the stop. {@link TrainingOptions#epochs()} counts the epochs before the stop too; where early
     * stopping was over, or no epoch is left, the result is that of the state.
     *
     * @param state handed out by a training of the same description
     * @param training rows as wide as the network
     * @param validation likewise
     * @throws ConfigurationException if something watches validation data that is not there
     * @throws IllegalArgumentException if the state is not one of this training
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    public NetworkResult resume(TrainingState state, DataSet training, Optional<DataSet> validation) {
        if (!run.trusting()) {
            new NetworkRun(this, training, validation).requireTargets(state.network());
        }
        state.requireOf(optimizer, options);
        return run(state.network(), Optional.of(state), training, validation);
    }

    private NetworkResult run(
            Network initial, Optional<TrainingState> resumed, DataSet training, Optional<DataSet> validation) {
        return options.shards() == 0
                ? new NetworkRun(this, training, validation).from(initial, resumed)
                : runInShards(initial, resumed, training, validation);
    }

    /** The training that meets takes a step for each round. */
    private NetworkResult runInShards(
            Network initial, Optional<TrainingState> resumed, DataSet training, Optional<DataSet> validation) {
        ShardTraining shards = ShardTraining.of(this, initial.spec(), training.rows());
        try (ShardTraining.Rounds here = shards.over(training)) {
            NetworkTraining meeting = new NetworkTraining(
                    loss,
                    new OuterMomentum(options.outerMomentum()),
                    options.outerRate(),
                    ShardTraining.outerOptions(options, training.rows()),
                    Optional.empty(),
                    exactEpochs,
                    pause,
                    run.computedBy(run.gradients().orElse(here)));
            return new NetworkRun(meeting, training, validation).from(initial, resumed);
        }
    }

    /** What a shard does of this training, at a rate and with options of its own. */
    NetworkTraining ofShard(double rate, TrainingOptions own) {
        return new NetworkTraining(
                loss, optimizer, rate, own, rules, OptionalInt.empty(), OptionalInt.empty(), run.ofShard());
    }
}
