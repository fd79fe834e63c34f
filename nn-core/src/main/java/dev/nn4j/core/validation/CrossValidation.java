// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import dev.nn4j.api.DataException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.internal.inference.FoldRows;
import dev.nn4j.core.internal.inference.SchemaInference;
import dev.nn4j.core.internal.work.OrderedTeam;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Trains an experiment once for each fold, on the other folds, and evaluates it on the fold; classes in proportion, groups
 * whole, or by time, each fold judging what all rows before it taught, as {@link Experiment#data} says. Folds run beside each
 * other, each on a thread of its own; how many do changes no bit of any of them. Nor does the order of the rows where the
 * experiment's is by content, which is then the order in which they are dealt out and measured.
 *
 * @since 0.1.0
 */
public final class CrossValidation {
    /** Keeps the seeds of repeats apart from the draws of folds. */
    private static final int REPEATED = 2;

    private final Experiment experiment;
    private final Execution execution;
    private final Consumer<Fold> listener;
    private final BooleanSupplier cancelled;
    private final Manner manner;

    /** How folds are trained: who watches, what each chooses, how many times over, and where, if it is elsewhere. */
    private record Manner(
            IntFunction<TrainingListener> watching, FoldChoice choice, int repeats, Optional<FoldTrainer> elsewhere) {
        static Manner usual() {
            return new Manner(fold -> new TrainingListener() {}, (own, training, stop) -> own, 1, Optional.empty());
        }
    }

    /** Of this experiment; the folds are drawn with its seed. As many run at a time as the execution has threads. */
    public CrossValidation(Experiment experiment, Execution execution) {
        this(experiment, execution, fold -> {}, () -> false);
    }

    /**
     * One that somebody watches.
     *
     * @param listener is told of every fold, in order, on the thread that calls {@link #folds}
     * @param cancelled is asked after every batch, by all folds, whether to stop, and a few times in a second while data are
     *     prepared
     */
    public CrossValidation(
            Experiment experiment, Execution execution, Consumer<Fold> listener, BooleanSupplier cancelled) {
        this(experiment, execution, listener, cancelled, Manner.usual());
    }

    private CrossValidation(
            Experiment experiment,
            Execution execution,
            Consumer<Fold> listener,
            BooleanSupplier cancelled,
            Manner manner) {
        this.experiment = experiment;
        this.execution = execution;
        this.listener = listener;
        this.cancelled = cancelled;
        this.manner = manner;
    }

    private CrossValidation in(Manner other) {
        return new CrossValidation(experiment, execution, listener, cancelled, other);
    }

    /**
     * The same, with a look into the folds while they are trained.
     *
     * @param watched gives the listener of the training of fold {@code number}, counted from 1; it is asked, and the listener
     *     called, on the thread that works the fold, several at a time
     * @since 0.1.0
     */
    public CrossValidation withListeners(IntFunction<TrainingListener> watched) {
        return in(new Manner(watched, manner.choice, manner.repeats, manner.elsewhere));
    }

    /**
     * The same, but that every fold chooses for itself what is trained, by nothing but the rows that it learns from: nested
     * cross-validation, whose figures are those of the choosing too.
     *
     * @param chosen asked on the thread that works the fold, several at a time
     * @since 0.1.0
     */
    public CrossValidation withChoice(FoldChoice chosen) {
        return in(new Manner(manner.watching, chosen, manner.repeats, manner.elsewhere));
    }

    /**
     * The same several times over, each time divided and trained with another seed; the first time with that of the experiment.
     *
     * @param times at least 1; more than once only where seeds divide rows, not time
     * @throws IllegalArgumentException if it is not
     * @since 0.1.0
     */
    public CrossValidation withRepeats(int times) {
        if (times < 1 || (times > 1 && experiment.data().time().isPresent())) {
            throw new IllegalArgumentException("repeats: must be "
                    + (times < 1 ? "at least 1" : "1 for folds by time, which are the same each time") + ", got "
                    + times);
        }
        return in(new Manner(manner.watching, manner.choice, times, manner.elsewhere));
    }

    /**
     * The same, but that folds are trained elsewhere, and only measured here. Nobody looks into their trainings, and what they
     * choose the trainer knows.
     *
     * @param trainer asked on threads of its own number, several at a time
     * @since 0.1.0
     */
    public CrossValidation withTrainer(FoldTrainer trainer) {
        return in(new Manner(manner.watching, manner.choice, manner.repeats, Optional.of(trainer)));
    }

    /** The evaluations of the folds in order; see {@link #folds}. */
    public List<Evaluation> run(Table table, int folds) {
        return folds(table, folds).stream().map(Fold::evaluation).toList();
    }

    /**
     * The folds in order; where it was cancelled or the calling thread interrupted, which it then still is, those of which
     * the listener was told before: none if it was so from the beginning.
     *
     * @param folds at least 2, at most the number of rows, of groups, or less than that of times
     * @throws DataException if the data cannot be used, or a label stands in one row only: whatever fold holds it, its
     *     model never saw it
     * @throws TrainingDivergedException if a loss or weight is not finite in a fold; the first such fold's, which it
     *     names
     */
    public List<Fold> folds(Table table, int folds) {
        Table asked = table.withCancellation(Cancellation.when(cancelled));
        try {
            return folds(GivenRows.of(experiment, asked), folds);
        } catch (CancellationException e) {
            if (Cancellation.isCauseOf(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private List<Fold> folds(GivenRows given, int folds) {
        List<Fold> complete = new ArrayList<>();
        for (int repeat = 1; repeat <= manner.repeats && complete.size() == (repeat - 1) * folds; repeat++) {
            new Round(repeat, folds).run(given, complete);
        }
        return List.copyOf(complete);
    }

    private Experiment experimentOf(int repeat) {
        return repeat == 1
                ? experiment
                : experiment.withOptions(experiment.options().toBuilder()
                        .seed(seed(experiment.options().seed(), repeat))
                        .build());
    }

    private static long seed(long seed, int repeat) {
        return RandomStream.of(seed, RandomStream.Purpose.FOLDS, REPEATED, repeat)
                .nextLong();
    }

    /**
     * What a model reads that learns from all rows of a table. A fold's own is fitted to the rows that it learns from.
     *
     * @throws DataException if the data cannot be used
     */
    public Schema schema(Table table) {
        Table left = experiment.data().targetGaps().in(table, experiment.data().targets(), List.of());
        return new SchemaInference(experiment, left).schema(left);
    }

    /**
     * One fold alone, for programs that have folds trained elsewhere: what it learns from the others. On the same table it is
     * the training of {@link #folds}.
     *
     * @param number of the fold, counted from 1; where folds are repeated, on and on
     * @throws DataException if the data cannot be used
     * @throws TrainingDivergedException if a loss or weight is not finite; it names the fold
     * @since 0.1.0
     */
    public TrainingResult training(Table table, int folds, int number) {
        return roundOf(folds, number).training(GivenRows.of(experiment, table).table(), (number - 1) % folds);
    }

    /**
     * The rows of one fold, of those that have a target.
     *
     * @param number of the fold, counted from 1; where folds are repeated, on and on
     * @throws DataException if the data cannot be used
     * @since 0.1.0
     */
    public Table rows(Table table, int folds, int number) {
        Table left = GivenRows.of(experiment, table).table();
        return left.select(FoldRows.of(roundOf(folds, number).own, left, folds).of(left, (number - 1) % folds, true));
    }

    private Round roundOf(int folds, int number) {
        if (number < 1 || number > folds * manner.repeats) {
            throw new IllegalArgumentException(
                    "folds: the fold must be in [1, " + folds * manner.repeats + "], got " + number);
        }
        return new Round((number - 1) / folds + 1, folds);
    }

    /** All folds once. */
    private final class Round {
        private final int repeat;
        private final int count;
        private final Experiment own;

        Round(int repeat, int count) {
            this.repeat = repeat;
            this.count = count;
            this.own = experimentOf(repeat);
        }

        void run(GivenRows given, List<Fold> complete) {
            FoldRows rows = FoldRows.of(own, given.table(), count);
            int atOnce = manner.elsewhere.map(FoldTrainer::atOnce).orElse(execution.threads());
            try (OrderedTeam<Fold> team = new OrderedTeam<>("nn-fold", Math.min(count, atOnce), cancelled)) {
                team.run(count, (fold, stop) -> fold(given, rows, fold, stop), fold -> {
                    complete.add(fold);
                    listener.accept(fold);
                });
            }
        }

        TrainingResult training(Table table, int fold) {
            FoldRows rows = FoldRows.of(own, table, count);
            return train(table.select(rows.of(table, fold, false)), number(fold), () -> false);
        }

        private int number(int fold) {
            return (repeat - 1) * count + fold + 1;
        }

        /** Nothing if its training was cancelled, even if nobody asks for that any more. */
        private Optional<Fold> fold(GivenRows given, FoldRows rows, int fold, BooleanSupplier stop) {
            Table table = given.table().withCancellation(Cancellation.when(stop));
            Optional<TrainedFold> trained = manner.elsewhere.isPresent()
                    ? Optional.of(manner.elsewhere.get().train(count, number(fold)))
                    : here(table.select(rows.of(table, fold, false)), number(fold), stop);
            return trained.map(one -> measured(given, table, rows.of(table, fold, true), number(fold), one));
        }

        private Optional<TrainedFold> here(Table others, int number, BooleanSupplier stop) {
            TrainingResult outcome = train(others, number, stop);
            return outcome.stopReason() == StopReason.CANCELLED
                    ? Optional.empty()
                    : Optional.of(TrainedFold.of(outcome));
        }

        /** Measured in the order in which rows were dealt out, told in that of the whole table. */
        private Fold measured(GivenRows given, Table table, WordArray held, int number, TrainedFold trained) {
            Answers answers = answers(trained, table.select(held));
            WordArray asGiven = given.asGiven(held);
            return new Fold(
                    number,
                    repeat,
                    given.inWhole(asGiven),
                    trained,
                    given.isAscending() ? answers : answers(trained, table.select(asGiven)),
                    answers.evaluation());
        }

        private Answers answers(TrainedFold trained, Table judging) {
            return Evaluator.of(trained.model()).weighingAs(own.data(), judging).answers(judging);
        }

        private TrainingResult train(Table others, int number, BooleanSupplier stop) {
            Span training = Flight.network("fold", number, own.options().epochs());
            try {
                TrainingResult result = Training.of(manner.choice.experiment(own, others, stop))
                        .withExecution(new Execution(1, execution.kernels()))
                        .withCancellation(stop)
                        .withListener(manner.watching.apply(number))
                        .run(others);
                training.ended();
                return result;
            } catch (TrainingDivergedException e) {
                throw e.in("fold " + number);
            }
        }
    }
}
