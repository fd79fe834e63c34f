// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.training.TrainingResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A trial of a search, as far as it has come. By one thread at a time. */
final class Trial {
    private final Point point;
    private final Optional<Experiment> experiment;
    private final Ground ground;
    private List<TrialTraining> trainings = List.of();
    private Optional<RuntimeException> fault = Optional.empty();
    private Optional<TrialRecord> last = Optional.empty();

    /**
     * What is tried.
     *
     * @param number of the trial
     * @param places in the space
     * @param texts of the settings
     */
    record Point(int number, double[] places, List<String> texts) {}

    /**
     * What all trials have in common.
     *
     * @param epochs counts them, and knows who watches
     * @param trainer trains them, where this machine does not
     */
    record Ground(SearchRows rows, Rungs rungs, Monitor monitor, EpochCount epochs, Optional<TrialTrainer> trainer) {}

    /**
     * A trial that has not begun.
     *
     * @param experiment empty where the settings cannot be together
     */
    Trial(Point point, Optional<Experiment> experiment, Ground ground) {
        this.point = point;
        this.experiment = experiment;
        this.ground = ground;
    }

    int number() {
        return point.number();
    }

    double[] places() {
        return point.places();
    }

    List<String> texts() {
        return point.texts();
    }

    /** What it had come to when it was judged last. */
    TrialRecord record() {
        return last.orElseThrow();
    }

    /** Takes over what a table says of a rung. */
    void known(TrialRecord record) {
        last = Optional.of(record);
    }

    /**
     * Trains up to a rung, counted from 0, and is judged there. What a table has said of the rung before must be what comes out.
     *
     * @return whether it came there, and was not cancelled
     * @throws ConfigurationException if this is the configuration as it was given, and the data do not fit it
     */
    boolean advance(int rung, Execution how, BooleanSupplier stop) {
        if (experiment.isEmpty() || fault.isPresent()) {
            last = Optional.of(new TrialRecord(number(), rung + 1, 0, OptionalDouble.empty(), texts()));
            return true;
        }
        int whole = experiment.get().options().epochs();
        int until = ground.rungs().epochs(rung, whole);
        Span training = Flight.network("trial", number(), until);
        try {
            if (!train(rung, until, how, stop)) {
                return false;
            }
            training.ended();
        } catch (TrainingDivergedException e) {
            failed(rung, e);
            return true;
        } catch (ConfigurationException e) {
            if (number() == 0) {
                throw e;
            }
            failed(rung, e);
            return true;
        }
        requireSame(whole);
        last = Optional.of(judged(rung, until));
        return true;
    }

    private boolean train(int rung, int until, Execution how, BooleanSupplier stop) {
        if (trainings.isEmpty() || !ground.rungs().goingOn()) {
            trainings = trainings(rung, until);
        }
        for (TrialTraining training : trainings) {
            if (!training.advance(until, how, stop)) {
                return false;
            }
        }
        return true;
    }

    private void failed(int rung, RuntimeException e) {
        fault = Optional.of(e);
        trainings = List.of();
        last = Optional.of(new TrialRecord(number(), rung + 1, 0, OptionalDouble.empty(), texts()));
    }

    private List<TrialTraining> trainings(int rung, int until) {
        Experiment whole = experiment.orElseThrow();
        Experiment trained = ground.rungs().goingOn()
                ? whole
                : whole.withOptions(whole.options().toBuilder().epochs(until).build());
        int first = ground.rungs().goingOn() ? 1 : rung + 1;
        List<SearchRows.Part> parts = ground.rows().parts();
        return IntStream.range(0, parts.size())
                .mapToObj(part -> new TrialStart(number(), first, parts.size() == 1 ? 0 : part + 1, texts()))
                .map(start -> new TrialTraining(
                        trained,
                        parts.get(Math.max(0, start.fold() - 1)),
                        () -> ground.epochs().watching(start),
                        ground.trainer().map(trainer -> elsewhere(trainer, trained, Math.max(0, start.fold() - 1)))))
                .toList();
    }

    private static TrialTraining.Elsewhere elsewhere(TrialTrainer trainer, Experiment trained, int part) {
        return (epochs, from) -> trainer.train(new TrialCall(trained, part, epochs, from));
    }

    private TrialRecord judged(int rung, int until) {
        return new TrialRecord(number(), rung + 1, epochs(until), score(until), texts());
    }

    private int epochs(int until) {
        return trainings.stream()
                .mapToInt(training -> Math.min(until, training.epochs()))
                .max()
                .orElse(0);
    }

    /** The mean of the folds, added in their order. */
    private OptionalDouble score(int until) {
        double sum = 0;
        for (TrialTraining training : trainings) {
            OptionalDouble score = training.score(until);
            if (score.isEmpty() || !Double.isFinite(score.getAsDouble())) {
                return OptionalDouble.empty();
            }
            sum += score.getAsDouble();
        }
        return OptionalDouble.of(sum / trainings.size());
    }

    private void requireSame(int whole) {
        if (last.isEmpty() || !ground.rungs().goingOn()) {
            return;
        }
        int rung = last.get().rung() - 1;
        TrialRecord now = judged(rung, ground.rungs().epochs(rung, whole));
        if (!now.equals(last.get())) {
            throw otherTable(last.get(), "has score " + text(last.get().score()), "comes to " + text(now.score()));
        }
    }

    /** What a table holds that this search would not have written. */
    static ConfigurationException otherTable(TrialRecord record, String found, String wanted) {
        return new ConfigurationException(
                record.place(),
                found + ", but here it " + wanted
                        + ": the table is of another search, of other data, settings, number of"
                        + " trials or seed; name another table");
    }

    /** A score in words, for messages. */
    static String text(OptionalDouble score) {
        return score.isPresent() ? Double.toString(score.getAsDouble()) : "none";
    }

    /** What its score costs: less is better. */
    double cost() {
        OptionalDouble score = record().score();
        if (score.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        return ground.monitor().lessIsBetter() ? score.getAsDouble() : -score.getAsDouble();
    }

    /** Whether there is no score of it. */
    boolean hasFailed() {
        return record().score().isEmpty();
    }

    /** Whether it has come to its end, and there is something of it. */
    boolean isComplete() {
        return last.isPresent() && record().rung() == ground.rungs().count() && !hasFailed();
    }

    /** Whether what came of it is here, and not only in a table. */
    boolean isHere() {
        return trainings.stream().allMatch(training -> training.result().isPresent()) && !trainings.isEmpty();
    }

    /** What came of its training, or of that of its first fold. */
    TrainingResult result() {
        return trainings.get(0).result().orElseThrow();
    }

    /** Why it failed. */
    Optional<RuntimeException> fault() {
        return fault;
    }

    /** Forgets where it stood: it does not go on. */
    void leave() {
        trainings = List.of();
    }
}
