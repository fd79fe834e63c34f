// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.Table;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A run of an {@link Experiment}. Immutable: each {@code with} gives another.
 *
 * <pre>{@code
 * Model model = Training.of(experiment).run(table).model();
 * }</pre>
 */
public final class Training {
    private final Experiment experiment;
    private final Optional<Table> validation;
    private final Optional<Model> initial;
    private final TrainingListener listener;
    private final BooleanSupplier cancelled;
    private final Execution execution;

    private Training(
            Experiment experiment,
            Optional<Table> validation,
            Optional<Model> initial,
            TrainingListener listener,
            BooleanSupplier cancelled,
            Execution execution) {
        this.experiment = experiment;
        this.validation = validation;
        this.initial = initial;
        this.listener = listener;
        this.cancelled = cancelled;
        this.execution = execution;
    }

    /** A training that nobody watches, on all cores. */
    public static Training of(Experiment experiment) {
        return new Training(
                experiment,
                Optional.empty(),
                Optional.empty(),
                new TrainingListener() {},
                () -> false,
                Execution.defaults());
    }

    /** Validates on this table, which must have the same columns. */
    public Training withValidation(Table table) {
        return new Training(experiment, Optional.of(table), initial, listener, cancelled, execution);
    }

    /** Starts from the architecture, preprocessing and weights of a model. */
    public Training withInitial(Model model) {
        return new Training(experiment, validation, Optional.of(model), listener, cancelled, execution);
    }

    /** Tells this listener; only the last one given is told. */
    public Training withListener(TrainingListener watcher) {
        return new Training(experiment, validation, initial, watcher, cancelled, execution);
    }

    /** Asks after every batch whether to give up the running epoch and stop. */
    public Training withCancellation(BooleanSupplier asked) {
        return new Training(experiment, validation, initial, listener, asked, execution);
    }

    /** Runs on these threads and kernels. */
    public Training withExecution(Execution chosen) {
        return new Training(experiment, validation, initial, listener, cancelled, chosen);
    }

    /**
     * Trains.
     *
     * @throws dev.nn4j.api.DataException if the data cannot be used
     * @throws dev.nn4j.api.ConfigurationException if the experiment does not fit the data
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    public TrainingOutcome run(Table table) {
        return new TableTraining(experiment, execution, listener, cancelled).run(table, validation, initial);
    }
}
