// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.TrainingState;

/**
 * Where a training stood at the end of an epoch: all that {@link Training#resume} needs but the data. Immutable.
 *
 * <pre>{@code
 * Training.of(experiment).withCheckpoints(5, checkpoint -> keep(checkpoint)).run(table);
 * // later, elsewhere
 * Model model = Training.resume(checkpoint).run(table).model();
 * }</pre>
 *
 * @param model as that epoch left it; it predicts like any other
 * @param experiment what was being trained; its layers are empty where the training started from a model
 * @param state what the training remembers; its network is the model's
 * @param data what tells the data from others
 * @param member which member of the experiment's ensemble this is of, counted from 1; 0 where one network is trained
 * @since 0.1.0
 */
public record Checkpoint(Model model, Experiment experiment, TrainingState state, DataDigests data, int member) {
    /**
     * Refuses parts that do not belong together.
     *
     * @throws IllegalArgumentException if the model and the state have different networks, the experiment cannot have led
     *     to the state, or has no such member
     */
    public Checkpoint {
        if (model.network() != state.network()) {
            throw new IllegalArgumentException("checkpoint: the model and the state must have one network");
        }
        int most = experiment.ensemble().map(Ensemble::members).orElse(0);
        if (member < Math.min(1, most) || member > most) {
            throw new IllegalArgumentException("checkpoint: the member must be in [" + Math.min(1, most) + ", " + most
                    + "], as the experiment says, got " + member);
        }
        Experiment own = experiment.ofMember(member);
        state.requireOf(own.optimizer(), own.options());
    }

    /** Of a training of one network. */
    public Checkpoint(Model model, Experiment experiment, TrainingState state, DataDigests data) {
        this(model, experiment, state, data, 0);
    }

    /** The same, its model with another provenance. */
    public Checkpoint withProvenance(Provenance provenance) {
        return new Checkpoint(model.withProvenance(provenance), experiment, state, data, member);
    }

    /**
     * The same for a training of so many epochs, those done included.
     *
     * @throws ConfigurationException if the epochs done are more, or the learning rates so far depend on their number
     */
    public Checkpoint withEpochs(int epochs) {
        TrainingOptions options = experiment.options();
        if (epochs == options.epochs()) {
            return this;
        }
        options.schedule()
                .filter(Schedule::dependsOnEpochs)
                .ifPresent(schedule -> refuse(epochs, "the learning rates of the " + schedule.name() + " schedule"));
        experiment
                .ensemble()
                .filter(ensemble -> ensemble.choice() == Ensemble.Choice.GREEDY)
                .ifPresent(ensemble -> refuse(epochs, "the epochs after which networks of the pack have left"));
        options.decaySchedule().ifPresent(schedule -> refuse(epochs, "the weight decays of the decaySchedule"));
        options.dropoutSchedule().ifPresent(schedule -> refuse(epochs, "the dropout rates of the dropoutSchedule"));
        if (options.warmUp() > 0) {
            refuse(epochs, "the learning rates of the warmUp");
        }
        if (options.averageLast() > 0) {
            refuse(epochs, "the steps of averageLast");
        }
        if (epochs < state.epochs()) {
            throw new ConfigurationException(
                    "training.epochs",
                    "must be at least " + state.epochs() + ", the epochs that the checkpoint has done, got " + epochs);
        }
        TrainingOptions longer = options.toBuilder().epochs(epochs).build();
        return new Checkpoint(model, experiment.withOptions(longer), state, data, member);
    }

    private void refuse(int epochs, String what) {
        throw new ConfigurationException(
                "training.epochs",
                "must stay " + experiment.options().epochs() + ", on which " + what + " so far depend, got " + epochs);
    }

    /**
     * The same for a training that this experiment describes, which must be that of the checkpoint but for its epochs.
     *
     * @throws ConfigurationException naming the first setting that differs
     */
    public Checkpoint goingOnAs(Experiment described) {
        new ExperimentComparison(experiment, model).requireSame(described);
        return withEpochs(described.options().epochs());
    }
}
