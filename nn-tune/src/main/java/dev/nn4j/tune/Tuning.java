// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.validation.FoldChoice;
import dev.nn4j.tune.internal.proposal.Proposals;
import dev.nn4j.tune.internal.space.FittedSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * A search for the settings with which a configuration answers best. Immutable: each {@code with} gives another.
 *
 * <pre>{@code
 * Configuration recipe = Starter.forData("houses.csv", "price").configuration();
 * TuningResult found = Tuning.of(recipe).withTrials(32).run(table);
 * ModelFile.write(found.model().orElseThrow(), Path.of("houses.nn"));
 * }</pre>
 *
 * <p>A fifth of the rows is held out first, and only the choice is measured on it. Trials learn from the others and are judged on
 * those that the configuration sets aside of them, or on folds. Trial 0 is the configuration as it was given. Half of the
 * trials lie anywhere in the space, the others are proposed in rounds of eight near those that were good (tree-structured
 * Parzen estimation, Bergstra et al. 2011). In each round only the better ones train for long (successive halving, Jamieson
 * and Talwalkar 2016), so that all of it takes about 27 % of the epochs. What was chosen is trained on all rows at last, as the
 * configuration says.
 *
 * <p>The same seed gives the same trials, scores and model, on any number of threads and after any stop.
 *
 * @since 0.1.0
 */
public final class Tuning {
    private final Configuration configuration;
    private final Optional<SearchSpace> space;
    private final ComponentRegistry registry;
    private final Extent extent;
    private final List<TrialRecord> known;
    private final Watch watch;

    /** Who watches, what may stop it, by what it runs, and who trains where this machine does not. */
    record Watch(
            TuningListener listener, BooleanSupplier cancelled, Execution execution, Optional<TrialTrainer> trainer) {}

    private Tuning(
            Configuration configuration,
            Optional<SearchSpace> space,
            ComponentRegistry registry,
            Extent extent,
            List<TrialRecord> known,
            Watch watch) {
        this.configuration = configuration;
        this.space = space;
        this.registry = registry;
        this.extent = extent;
        this.known = known;
        this.watch = watch;
    }

    /** A search of 32 trials about a configuration, in {@link NamedSpace#RECIPE}, that nobody watches, on all cores. */
    public static Tuning of(Configuration configuration) {
        return new Tuning(
                Objects.requireNonNull(configuration, "tuning: the configuration is null"),
                Optional.empty(),
                ComponentRegistry.standard(),
                Extent.usual(),
                List.of(),
                new Watch(new TuningListener() {}, () -> false, Execution.defaults(), Optional.empty()));
    }

    /** In this space. */
    public Tuning withSpace(SearchSpace other) {
        return new Tuning(configuration, Optional.of(other), registry, extent, known, watch);
    }

    /** Components are found by name in this registry. */
    public Tuning withRegistry(ComponentRegistry other) {
        return new Tuning(configuration, space, other, extent, known, watch);
    }

    /**
     * So many trials.
     *
     * @param trials in [1, 10000]
     */
    public Tuning withTrials(int trials) {
        return with(
                new Extent(trials, extent.folds(), extent.heldOut(), extent.seed(), extent.ensemble(), extent.model()));
    }

    /**
     * Each trial is trained once for each fold, on the others, and its score is the mean.
     *
     * @param folds at least 2; not with an ensemble
     */
    public Tuning withFolds(int folds) {
        return with(
                new Extent(extent.trials(), folds, extent.heldOut(), extent.seed(), extent.ensemble(), extent.model()));
    }

    /**
     * Another share of the rows is held out; 0.2 if nobody asks.
     *
     * @param share in [0, 1); 0 for none, so that there is no figure of rows which the choice has not seen
     */
    public Tuning withHeldOut(double share) {
        return with(
                new Extent(extent.trials(), extent.folds(), share, extent.seed(), extent.ensemble(), extent.model()));
    }

    /** What is tried depends on this seed; on that of the configuration if nobody asks. Trainings keep theirs. */
    public Tuning withSeed(long seed) {
        return with(new Extent(
                extent.trials(),
                extent.folds(),
                extent.heldOut(),
                OptionalLong.of(seed),
                extent.ensemble(),
                extent.model()));
    }

    /** The model is of several trials: those of the ones that came to their end whose mean answers best. */
    public Tuning withEnsemble() {
        return with(new Extent(extent.trials(), extent.folds(), extent.heldOut(), extent.seed(), true, extent.model()));
    }

    /** What is chosen is not trained on all rows; there is no model then. */
    public Tuning withoutModel() {
        return with(
                new Extent(extent.trials(), extent.folds(), extent.heldOut(), extent.seed(), extent.ensemble(), false));
    }

    private Tuning with(Extent other) {
        return new Tuning(configuration, space, registry, other, known, watch);
    }

    /** Goes on from what a search that was stopped had found, to the same bits. */
    public Tuning withKnown(TrialTable table) {
        return new Tuning(configuration, space, registry, extent, table.records(), watch);
    }

    /** Tells this listener, in place of one given before. */
    public Tuning withListener(TuningListener listener) {
        return new Tuning(
                configuration,
                space,
                registry,
                extent,
                known,
                new Watch(listener, watch.cancelled(), watch.execution(), watch.trainer()));
    }

    /** Asks this after every batch whether to stop, in place of what was given before. */
    public Tuning withCancellation(BooleanSupplier cancelled) {
        return new Tuning(
                configuration,
                space,
                registry,
                extent,
                known,
                new Watch(watch.listener(), cancelled, watch.execution(), watch.trainer()));
    }

    /** Runs on these threads and kernels: a trial each, as long as there are as many. */
    public Tuning withExecution(Execution execution) {
        return new Tuning(
                configuration,
                space,
                registry,
                extent,
                known,
                new Watch(watch.listener(), watch.cancelled(), execution, watch.trainer()));
    }

    /**
     * Has trials trained elsewhere, to the same bits. This machine divides the rows, chooses, and trains what was chosen.
     *
     * @since 0.1.0
     */
    public Tuning withTrainer(TrialTrainer trainer) {
        return new Tuning(
                configuration,
                space,
                registry,
                extent,
                known,
                new Watch(watch.listener(), watch.cancelled(), watch.execution(), Optional.of(trainer)));
    }

    /**
     * Trains what a {@link TrialTrainer} is called for: where that is, on the rows of the search and with its folds and share
     * held out.
     *
     * @param table all rows of the search
     * @return where the training then stands; empty if it diverges
     * @throws java.util.concurrent.CancellationException if it is cancelled or interrupted
     * @throws ConfigurationException if the experiment does not fit the data
     * @throws dev.nn4j.api.DataException if the data cannot be used, or are not those of the checkpoint
     * @since 0.1.0
     */
    public Optional<Checkpoint> train(TrialCall call, Table table) {
        Experiment base =
                TrialConfiguration.saying(configuration, registry).of(extent).experiment(registry);
        SearchRows.Part rows = SearchRows.of(base, table, extent.heldOut(), extent.folds())
                .parts()
                .get(call.part());
        return TrialTraining.called(call, rows, watch.execution(), watch.cancelled());
    }

    /**
     * This search as the choice of each fold of a cross-validation: of the rows that a fold learns from, so that those that judge
     * it had no part in the choice. It changes the experiment that the fold is of, holds no rows out by itself and runs on one
     * thread, beside the other folds.
     */
    public FoldChoice inFolds() {
        Extent whole = new Extent(extent.trials(), extent.folds(), 0, extent.seed(), false, false);
        Execution one = new Execution(1, watch.execution().kernels());
        return (described, training, cancelled) -> new Tuning(
                        Configuration.of(described),
                        space,
                        registry,
                        whole,
                        List.of(),
                        new Watch(new TuningListener() {}, cancelled, one, Optional.empty()))
                .run(training)
                .configuration()
                .experiment(registry);
    }

    /**
     * Searches.
     *
     * @throws java.util.concurrent.CancellationException if it is cancelled or interrupted
     * @throws ConfigurationException if the space or the configuration does not fit, or what is known is of another search
     * @throws dev.nn4j.api.DataException if the data cannot be used
     * @throws dev.nn4j.api.TrainingDivergedException if every trial diverges
     */
    public TuningResult run(Table table) {
        TrialConfiguration given = TrialConfiguration.saying(configuration, registry);
        Configuration base = given.of(extent);
        Experiment experiment = base.experiment(registry);
        SearchSpace wanted = space.orElseGet(() -> NamedSpace.RECIPE.about(experiment));
        FittedSpace fitted = new FittedSpace(base, wanted.dimensions(), registry);
        if (extent.ensemble()) {
            TrialConfiguration.requireJoinable(configuration, fitted.names(), registry);
        }
        Table watched = table.withCancellation(Cancellation.when(watch.cancelled()));
        SearchRows rows = SearchRows.of(experiment, watched, extent.heldOut(), extent.folds());
        Rungs rungs = Rungs.of(experiment, TrialConfiguration.changesSchedule(fitted.names()));
        Monitor monitor = TrialTraining.monitor(experiment);
        List<TrialRecord> records = new ArrayList<>();
        long most = Math.max(1, extent.folds())
                * Rounds.epochs(extent.trials(), rungs, experiment.options().epochs());
        Trial.Ground ground =
                new Trial.Ground(rows, rungs, monitor, new EpochCount(watch.listener(), most), watch.trainer());
        Search.Space where = new Search.Space(
                fitted,
                new Proposals(
                        fitted.choices(),
                        extent.seed().orElse(experiment.options().seed())),
                registry);
        watch.listener()
                .started(rows.searched(), rows.heldOut().map(Table::rows).orElse(0), monitor, fitted.names());
        Search search = new Search(
                ground,
                where,
                new Search.Running(watch.execution(), watch.cancelled(), record -> {
                    records.add(record);
                    watch.listener().reached(record);
                }),
                known);
        List<Trial> trials = search.run(base, extent.trials());
        return new Conclusion(new Conclusion.Plan(given.given(), where, extent, watch), ground, search)
                .of(trials, new TrialTable(fitted.names(), records));
    }
}
