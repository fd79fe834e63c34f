// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.Network;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.fit.TrainingState;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/** The training of one network of an ensemble, as far as it has come. By one thread at a time. */
final class MemberTraining {
    private final EnsembleTraining.Common all;
    private final int number;
    private final long seed;
    private final Experiment experiment;
    private final TrainingListener listener;
    private final boolean mayDiverge;
    private Optional<TrainingState> state;
    private Optional<NetworkResult> fit = Optional.empty();
    private Optional<TrainingDivergedException> divergence = Optional.empty();
    private List<EpochRecord> history = new ArrayList<>();

    /**
     * A member's.
     *
     * @param number counted from 1
     * @param mayDiverge whether others go on if it diverges
     */
    MemberTraining(EnsembleTraining.Common all, int number, TrainingListener listener, boolean mayDiverge) {
        this.all = all;
        this.number = number;
        this.seed = seed(all.experiment().options().seed(), number);
        this.experiment = all.experiment().ofMember(number);
        this.listener = listener;
        this.mayDiverge = mayDiverge;
        this.state = all.start().of(number).map(Checkpoint::state);
        state.ifPresent(reached -> history.addAll(reached.history()));
    }

    /** The first member is the network that the experiment trains alone, on the same rows. */
    private static long seed(long seed, int number) {
        return number == 1
                ? seed
                : RandomStream.of(seed, RandomStream.Purpose.MEMBER, 0, number - 1)
                        .nextLong();
    }

    /**
     * Trains until the end of an epoch, or to the end of it all if that is before.
     *
     * @param last the epoch
     * @param how by which threads and kernels
     * @return whether it came there, and was not cancelled
     */
    boolean advance(int last, Execution how, BooleanSupplier stop) {
        boolean isLast = last >= experiment.options().epochs();
        boolean isThere = !isLast && history.size() >= last;
        if (isThere || isOver() || divergence.isPresent()) {
            return true;
        }
        try {
            Span training = Flight.network("member", number, last);
            NetworkResult reached = run(isLast ? training(how, stop) : pausing(how, stop, last), stop);
            training.ended();
            fit = Optional.of(reached);
            remember(reached.history());
            return reached.stopReason() != StopReason.CANCELLED;
        } catch (TrainingDivergedException e) {
            divergence = Optional.of(e.in("member " + number));
            if (mayDiverge) {
                return true;
            }
            throw divergence.get();
        }
    }

    /**
     * Is trained elsewhere up to the end of an epoch, or to the end of it all if that is before. What is left to do here is to
     * look at what came of it.
     */
    void advance(int last, MemberTrainer elsewhere) {
        if (history.size() >= last || isOver() || divergence.isPresent()) {
            return;
        }
        elsewhere.train(number, last, state.map(this::checkpoint)).ifPresent(reached -> {
            List<EpochRecord> epochs = reached.state().history();
            List<EpochRecord> further = epochs.subList(history.size(), epochs.size());
            further.forEach(listener::epochEnded);
            history.addAll(further);
            state = Optional.of(reached.state());
        });
    }

    private Checkpoint checkpoint(TrainingState reached) {
        Table trained = all.rows().training().withCancellation(Cancellation.none());
        return new Checkpoint(
                all.frame().model(reached.network(), trained),
                all.experiment(),
                reached,
                all.digests().orElseThrow(),
                number);
    }

    private boolean isOver() {
        return fit.isPresent() && fit.get().stopReason() == StopReason.EARLY_STOPPING;
    }

    private NetworkResult run(NetworkTraining training, BooleanSupplier stop) {
        Preparation frame = all.frame();
        // members beside it have the other threads
        Table table =
                all.rows().training().withCancellation(Cancellation.when(stop)).withThreads(1);
        PreparedData data =
                all.rows().of(number - 1, table, all.encoded(), new PreparedData.Weigher(experiment, frame.schema()));
        return state.isPresent()
                ? training.resume(state.get(), data.training(), data.validation())
                : training.run(
                        Network.initialized(new NetworkFit(experiment, frame.schema()).spec(), seed),
                        data.training(),
                        data.validation());
    }

    private NetworkTraining pausing(Execution how, BooleanSupplier stop, int last) {
        Optional<StateKeeping> kept = checkpoints();
        return prepared(how, stop)
                .pausingAfter(last)
                .withStateKeeping(new StateKeeping(kept.map(StateKeeping::every).orElse(Integer.MAX_VALUE), reached -> {
                    state = Optional.of(reached);
                    kept.ifPresent(keeping -> keeping.keeper().accept(reached));
                }));
    }

    private NetworkTraining training(Execution how, BooleanSupplier stop) {
        NetworkTraining training = prepared(how, stop);
        return checkpoints().map(training::withStateKeeping).orElse(training);
    }

    private NetworkTraining prepared(Execution how, BooleanSupplier stop) {
        TrainingOptions options = experiment.options().toBuilder().seed(seed).build();
        return TableTraining.onEncodedRows(experiment, options)
                .withExecution(how)
                .withListener(listener)
                .withCancellation(stop);
    }

    private Optional<StateKeeping> checkpoints() {
        return all.checkpoints()
                .map(keeping -> new StateKeeping(
                        keeping.every(), reached -> keeping.keeper().accept(checkpoint(reached))));
    }

    /** States have no times; those of epochs that were trained here are kept. */
    private void remember(List<EpochRecord> reached) {
        List<EpochRecord> timed = new ArrayList<>(history.subList(0, Math.min(history.size(), reached.size())));
        timed.addAll(reached.subList(timed.size(), reached.size()));
        history = timed;
    }

    /** What the epochs up to one cost at best, or the last of them, as the experiment keeps them; less is better. */
    double cost(int last) {
        if (divergence.isPresent()) {
            return Double.POSITIVE_INFINITY;
        }
        List<EpochRecord> reached = history.subList(0, Math.min(last, history.size()));
        boolean restores = experiment
                .options()
                .earlyStopping()
                .map(EarlyStopping::restoreBest)
                .orElse(false);
        double cost = Double.POSITIVE_INFINITY;
        for (EpochRecord epoch : reached) {
            OptionalDouble value = epoch.value(all.monitor());
            double own = value.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : all.monitor().lessIsBetter() ? value.getAsDouble() : -value.getAsDouble();
            cost = restores ? Math.min(cost, own) : own;
        }
        return cost;
    }

    int number() {
        return number;
    }

    /** Why it cannot be chosen, if it cannot. */
    Optional<TrainingDivergedException> divergence() {
        return divergence;
    }

    /** The network that came of it. */
    Network network() {
        return fit.orElseThrow().network();
    }

    /** What came of it; of one that left, what it had come to. */
    MemberResult result(boolean left) {
        StopReason reason = divergence.isPresent()
                ? StopReason.DIVERGED
                : left ? StopReason.LEFT : fit.orElseThrow().stopReason();
        int kept =
                divergence.isPresent() ? 0 : fit.map(NetworkResult::bestEpoch).orElseGet(this::bestOfState);
        Optional<TemperatureScaling> temperature = fit.flatMap(NetworkResult::temperature);
        return new MemberResult(
                number, seed, new MemberResult.Course(history, reason, kept, temperature), drawn(), all.monitor());
    }

    private SortedMap<String, Object> drawn() {
        return all.experiment().drawn(number);
    }

    /** Of one that a checkpoint had brought there. */
    private int bestOfState() {
        return state.flatMap(TrainingState::earlyStopping)
                .map(stopping -> stopping.bestNetwork().isPresent() ? stopping.bestEpoch() : history.size())
                .orElseGet(history::size);
    }
}
