// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A run of an {@link Experiment}. Immutable: each {@code with} gives another.
 *
 * <pre>{@code
 * Model model = Training.of(experiment).run(table).model();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Training {
    private final Experiment experiment;
    private final Start start;
    private final Optional<Table> validation;
    private final Watch watch;
    private final Execution execution;

    /**
     * Where a training begins; with neither, at a network as its initializers start it.
     *
     * @param model whose architecture, preprocessing and weights are taken
     * @param checkpoints that are gone on from: one, or of an ensemble those of some members
     * @param changedData whether the checkpoints' data may have changed
     * @param distant the rows, where but the first of them lie elsewhere
     */
    record Start(
            Optional<Model> model, List<Checkpoint> checkpoints, boolean changedData, Optional<DistantRows> distant) {
        /** One of them, which tells what all of them have in common. */
        Optional<Checkpoint> checkpoint() {
            return checkpoints.stream().findFirst();
        }

        /** That of a member of an ensemble, counted from 1. */
        Optional<Checkpoint> of(int member) {
            return checkpoints.stream().filter(one -> one.member() == member).findFirst();
        }
    }

    /** What listens to it, what may stop it, what keeps its checkpoints, and who watches the members of an ensemble. */
    record Watch(
            TrainingListener listener,
            BooleanSupplier cancelled,
            Optional<CheckpointKeeping> checkpoints,
            MemberWatch members) {
        Watch tellingToo(TrainingListener watcher) {
            return new Watch(listener.and(watcher), cancelled, checkpoints, members);
        }

        Watch askingToo(BooleanSupplier asked) {
            BooleanSupplier before = cancelled;
            return new Watch(listener, () -> before.getAsBoolean() || asked.getAsBoolean(), checkpoints, members);
        }

        Watch keptBy(CheckpointKeeping keeping) {
            return new Watch(listener, cancelled, Optional.of(keeping), members);
        }

        Watch withMembers(MemberWatch others) {
            return new Watch(listener, cancelled, checkpoints, others);
        }
    }

    /**
     * What keeps the checkpoints of a training on a table, and how often.
     *
     * @param every epochs between two of them, at least 1
     * @param keeper gets them
     */
    record CheckpointKeeping(int every, Consumer<Checkpoint> keeper) {
        CheckpointKeeping {
            StateKeeping.requireInterval(every);
        }
    }

    /**
     * Who watches the members of an ensemble.
     *
     * @param watching gives the listener of a member's training, the first being 1
     * @param finished is told of each that is complete
     * @param trainer trains them, where this machine does not
     */
    record MemberWatch(
            IntFunction<TrainingListener> watching, Consumer<MemberResult> finished, Optional<MemberTrainer> trainer) {
        static MemberWatch none() {
            return new MemberWatch(member -> TrainingListener.none(), member -> {}, Optional.empty());
        }
    }

    /**
     * The rows of a training that lie elsewhere, as on the machines of a cluster; see {@link #withDistantRows}.
     *
     * @since 0.1.0
     */
    public interface DistantRows {
        /** What tells them from others, in lower-case hexadecimal, whatever the order in which they came. */
        String sha256();

        /**
         * Has the rows encoded. Asked once, before the first step.
         *
         * @param prepared encodes rows as the training wants them; what its network is does not matter
         * @return all rows, see {@link DataSet#elsewhere}
         */
        DataSet encoded(Model prepared);

        /**
         * Who computes the gradients of the rows. Asked once, after {@link #encoded}.
         *
         * @param training that wants them
         * @param spec of the network
         */
        GradientSource gradients(NetworkTraining training, NetworkSpec spec);
    }

    private Training(Experiment experiment, Start start, Optional<Table> validation, Watch watch, Execution execution) {
        this.experiment = experiment;
        this.start = start;
        this.validation = validation;
        this.watch = watch;
        this.execution = execution;
    }

    private Training with(Start other) {
        return new Training(experiment, other, validation, watch, execution);
    }

    private Training with(Watch other) {
        return new Training(experiment, start, validation, other, execution);
    }

    /** A training that nobody watches, on all cores. */
    public static Training of(Experiment experiment) {
        Objects.requireNonNull(experiment, "training: the experiment is null");
        return of(experiment, new Start(Optional.empty(), List.of(), false, Optional.empty()));
    }

    /**
     * A training that goes on from a checkpoint, on the data that it was made on. What comes out is, bit for bit, what
     * the training would have given without a stop; the times of epochs before are not known any more.
     * {@link Checkpoint#withEpochs} makes it longer.
     */
    public static Training resume(Checkpoint checkpoint) {
        return resume(List.of(checkpoint));
    }

    /**
     * The training of an ensemble that goes on from checkpoints of its members, as {@link #resume(Checkpoint)} does; members
     * of which there is none start afresh, as they would have done.
     *
     * @param checkpoints of different members of one training, in any order; at least one
     * @throws IllegalArgumentException if there is none, they are of different trainings, or two of one member
     */
    public static Training resume(List<Checkpoint> checkpoints) {
        MemberCheckpoints.requireOfOne(checkpoints);
        return of(
                checkpoints.get(0).experiment(),
                new Start(Optional.empty(), List.copyOf(checkpoints), false, Optional.empty()));
    }

    private static Training of(Experiment experiment, Start start) {
        return new Training(
                experiment,
                start,
                Optional.empty(),
                new Watch(TrainingListener.none(), () -> false, Optional.empty(), MemberWatch.none()),
                Execution.defaults());
    }

    /** Validates on this table, which must have the same columns, in place of one given before. */
    public Training withValidation(Table table) {
        return new Training(experiment, start, Optional.of(table), watch, execution);
    }

    /** Starts from the architecture, preprocessing and weights of a model of one network. Not for one that is resumed. */
    public Training withInitial(Model model) {
        if (start.checkpoint().isPresent()) {
            throw new IllegalArgumentException(
                    "training: it continues a checkpoint, and cannot start from a model as well; use one of the two");
        }
        return with(new Start(Optional.of(model), List.of(), false, start.distant()));
    }

    /**
     * Trains on rows that lie elsewhere. The table that {@link #run} is given then holds the first of them, to which columns
     * are fitted, in the training's order; rows to validate on are given, too. Not with class weights, ensembles and refit, for
     * which all rows are looked at.
     *
     * @since 0.1.0
     */
    public Training withDistantRows(DistantRows rows) {
        Objects.requireNonNull(rows, "training: the distant rows are null");
        return with(new Start(start.model(), start.checkpoints(), start.changedData(), Optional.of(rows)));
    }

    /** Goes on from a checkpoint even if the data are not those it was made on. */
    public Training withChangedData() {
        return with(new Start(start.model(), start.checkpoints(), true, start.distant()));
    }

    /**
     * Tells this listener too, after those that were added before. Of an ensemble it learns that the data are prepared, and
     * no more: its members are trained beside each other, and {@link #withMembers} gives each a listener.
     */
    public Training withListener(TrainingListener watcher) {
        Objects.requireNonNull(watcher, "training: the listener is null");
        return with(watch.tellingToo(watcher));
    }

    /**
     * Asks this too, a few times in a second while data are prepared and after every batch, whether to give up the running
     * epoch and stop. The thread's interrupt stops a training as well, and is left standing.
     */
    public Training withCancellation(BooleanSupplier asked) {
        Objects.requireNonNull(asked, "training: the cancellation is null");
        return with(watch.askingToo(asked));
    }

    /**
     * Hands out checkpoints. Of a training that trains again on all rows they are of the training before; one that is resumed
     * from there trains again from the beginning, to the same bits.
     *
     * @param every epochs between two of them, at least 1; the last complete epoch's is handed out in any case, and
     *     also where the training is cancelled
     * @param keeper gets them on the thread that trains; what it throws ends the training. Of an ensemble it gets those of
     *     {@linkplain Checkpoint#member() each member}, on the thread that trains it, several at a time
     * @throws IllegalStateException if they are handed to another already, who may pass them on
     */
    public Training withCheckpoints(int every, Consumer<Checkpoint> keeper) {
        if (watch.checkpoints().isPresent()) {
            throw new IllegalStateException(
                    "training: its checkpoints are handed out already; let that keeper pass them on");
        }
        return with(watch.keptBy(new CheckpointKeeping(every, keeper)));
    }

    /**
     * Watches the members of an ensemble, in place of those who did before.
     *
     * @param watching gives the listener of the training of member {@code number}, counted from 1; it is asked, and the
     *     listener called, on the thread that trains the member, several at a time
     * @param finished is told of every complete member, in order, on the thread that calls {@link #run}
     */
    public Training withMembers(IntFunction<TrainingListener> watching, Consumer<MemberResult> finished) {
        return with(watch.withMembers(
                new MemberWatch(watching, finished, watch.members().trainer())));
    }

    /**
     * Has the members of an ensemble trained elsewhere, to the same bits. This machine prepares the rows, puts the members
     * together and, where the experiment says so, trains again on all rows; listeners of members are told of epochs when all
     * of a member's are over.
     *
     * @since 0.1.0
     */
    public Training withMemberTrainer(MemberTrainer trainer) {
        Objects.requireNonNull(trainer, "training: the trainer of members is null");
        MemberWatch members = watch.members();
        return with(watch.withMembers(new MemberWatch(members.watching(), members.finished(), Optional.of(trainer))));
    }

    /** Runs on these threads and kernels, in place of those given before. */
    public Training withExecution(Execution chosen) {
        Objects.requireNonNull(chosen, "training: the execution is null");
        return new Training(experiment, start, validation, watch, chosen);
    }

    /**
     * Trains. Where the experiment asks for an ensemble, its networks are trained beside each other and become one model;
     * if it is cancelled, one of those that are complete. One that is cancelled or interrupted gives the last complete
     * epoch's model, or the best one's where early stopping restores it; before its first batch there is none yet. While it
     * trains again on all rows, that is the model before.
     *
     * @throws java.util.concurrent.CancellationException if it is cancelled or interrupted while the data are prepared
     * @throws dev.nn4j.api.DataException if the data cannot be used, or are not those of the checkpoint
     * @throws dev.nn4j.api.ConfigurationException if the experiment does not fit the data
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    public TrainingResult run(Table table) {
        return new TableTraining(experiment, execution, watch).run(table, validation, start);
    }

    /**
     * Trains one member of an ensemble alone: what a {@link MemberTrainer} has done elsewhere. Goes on from the member's
     * checkpoint where this resumes one.
     *
     * @param table all rows of the ensemble's training
     * @param member its number, from 1
     * @param epochs after which it pauses, at least 1, if it is not over before
     * @return where it then stands; empty if it diverges
     * @throws java.util.concurrent.CancellationException if it is cancelled or interrupted
     * @throws IllegalArgumentException if the experiment has no such member
     * @throws dev.nn4j.api.DataException if the data cannot be used, or are not those of the checkpoint
     * @throws dev.nn4j.api.ConfigurationException if the experiment does not fit the data
     * @since 0.1.0
     */
    public Optional<Checkpoint> trainMember(Table table, int member, int epochs) {
        return new TableTraining(experiment, execution, watch).member(table, validation, start, member, epochs);
    }
}
