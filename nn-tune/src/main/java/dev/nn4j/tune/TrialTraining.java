// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One training of a trial, which pauses after any epoch and goes on from there with the same bits. By one thread at a time. */
final class TrialTraining {
    private final Experiment experiment;
    private final SearchRows.Part rows;
    private final Supplier<TrainingListener> watching;
    private final Optional<Elsewhere> elsewhere;
    private boolean keepsLast;
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private Optional<TrainingResult> result = Optional.empty();
    private boolean paused;

    /** Trains in place of this machine. */
    interface Elsewhere {
        /** Up to an epoch, from where it stands to where it then stands; to nothing if it diverges. */
        Optional<Checkpoint> train(int epochs, Optional<Checkpoint> from);
    }

    /**
     * One that has not begun.
     *
     * @param watching gives who is told each time that it trains
     * @param elsewhere if it is not trained here
     */
    TrialTraining(
            Experiment experiment,
            SearchRows.Part rows,
            Supplier<TrainingListener> watching,
            Optional<Elsewhere> elsewhere) {
        this.experiment = experiment;
        this.rows = rows;
        this.watching = watching;
        this.elsewhere = elsewhere;
    }

    /**
     * Trains for a call from elsewhere.
     *
     * @return where it then stands; empty if it diverges
     */
    static Optional<Checkpoint> called(TrialCall call, SearchRows.Part rows, Execution how, BooleanSupplier stop) {
        TrialTraining training = new TrialTraining(call.experiment(), rows, TrainingListener::none, Optional.empty());
        training.keepsLast = true;
        training.checkpoint = call.from();
        try {
            if (!training.advance(call.epochs(), how, stop)) {
                throw new CancellationException("tuning: cancelled");
            }
            return training.checkpoint;
        } catch (TrainingDivergedException e) {
            return Optional.empty();
        }
    }

    /** What trials of an experiment are judged by: what early stopping watches of the validation rows, or their loss. */
    static Monitor monitor(Experiment experiment) {
        return experiment
                .options()
                .earlyStopping()
                .map(EarlyStopping::monitor)
                .filter(Monitor::needsValidation)
                .orElse(Monitor.VALIDATION_LOSS);
    }

    /**
     * Trains until the end of an epoch, or to the end of it all if that is before.
     *
     * @return whether it came there, and was not cancelled
     */
    boolean advance(int last, Execution how, BooleanSupplier stop) {
        if (isOver() || epochs() >= last) {
            return true;
        }
        boolean pauses = last < experiment.options().epochs();
        paused = false;
        TrainingListener listener = watching.get();
        elsewhere.flatMap(there -> there.train(last, checkpoint)).ifPresent(reached -> takeOver(reached, listener));
        if (pauses && epochs() >= last) {
            return true;
        }
        Training training = checkpoint
                .map(Training::resume)
                .orElseGet(() -> Training.of(experiment))
                .withExecution(how)
                .withCancellation(() -> paused || stop.getAsBoolean())
                .withListener(listener.and(new Watch(last, pauses)));
        if (pauses || keepsLast) {
            training = training.withCheckpoints(Integer.MAX_VALUE, reached -> checkpoint = Optional.of(reached));
        }
        if (rows.validation().isPresent()) {
            training = training.withValidation(rows.validation().get());
        }
        TrainingResult reached = training.run(rows.training());
        result = Optional.of(reached);
        return paused || reached.stopReason() != StopReason.CANCELLED;
    }

    private void takeOver(Checkpoint reached, TrainingListener listener) {
        List<EpochRecord> all = reached.state().history();
        all.subList(epochs(), all.size()).forEach(listener::epochEnded);
        checkpoint = Optional.of(reached);
    }

    /** Pauses when it is time. */
    private final class Watch implements TrainingListener {
        private final int last;
        private final boolean pauses;

        Watch(int last, boolean pauses) {
            this.last = last;
            this.pauses = pauses;
        }

        @Override
        public void epochEnded(EpochRecord epoch) {
            paused = pauses && epoch.epoch() >= last;
        }
    }

    private boolean isOver() {
        return result.map(reached -> reached.stopReason() != StopReason.CANCELLED)
                .orElse(false);
    }

    /** What came of it, when it is over. */
    Optional<TrainingResult> result() {
        return isOver() ? result : Optional.empty();
    }

    /** How many epochs it has had. */
    int epochs() {
        return history().size();
    }

    /** Of the epochs that it has had, here or elsewhere. */
    private List<EpochRecord> history() {
        List<EpochRecord> here = result.map(TrainingResult::history).orElse(List.of());
        List<EpochRecord> kept =
                checkpoint.map(reached -> reached.state().history()).orElse(List.of());
        return kept.size() > here.size() ? kept : here;
    }

    /** The score of the epoch that is kept of those up to one, as the experiment keeps them; empty if there is none. */
    OptionalDouble score(int last) {
        Monitor monitor = monitor(experiment);
        boolean restores = experiment
                .options()
                .earlyStopping()
                .map(EarlyStopping::restoreBest)
                .orElse(false);
        List<EpochRecord> history = history();
        OptionalDouble kept = OptionalDouble.empty();
        for (EpochRecord epoch : history.subList(0, Math.min(last, history.size()))) {
            OptionalDouble value = epoch.value(monitor);
            if (!restores || kept.isEmpty() || isBetter(monitor, value, kept.getAsDouble())) {
                kept = value;
            }
        }
        return kept;
    }

    private static boolean isBetter(Monitor monitor, OptionalDouble value, double kept) {
        return value.isPresent() && (monitor.lessIsBetter() ? value.getAsDouble() < kept : value.getAsDouble() > kept);
    }
}
