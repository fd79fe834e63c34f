// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.work.OrderedTeam;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.tune.internal.proposal.Proposals;
import dev.nn4j.tune.internal.space.FittedSpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The rounds of a search. Each ends before the next begins, so that no bit depends on which trial is faster. */
final class Search {
    /** The best share of all trials, near which others are proposed: those that came past half of a round's rungs. */
    private static final double GOOD = 0.25;

    private final Trial.Ground ground;
    private final Space space;
    private final Running running;
    private final Deque<TrialRecord> known;
    private final List<Trial> trials = new ArrayList<>();

    /** What may be tried, and how it is chosen. */
    record Space(FittedSpace fitted, Proposals proposals, ComponentRegistry registry) {
        Optional<Experiment> experiment(double[] places) {
            try {
                return Optional.of(fitted.configuration(places).experiment(registry));
            } catch (ConfigurationException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** By what it runs, what may stop it, and who is told of each trial that reaches a rung. */
    record Running(Execution execution, BooleanSupplier cancelled, Consumer<TrialRecord> reached) {}

    Search(Trial.Ground ground, Space space, Running running, List<TrialRecord> known) {
        this.ground = ground;
        this.space = space;
        this.running = running;
        this.known = new ArrayDeque<>(known);
    }

    /**
     * Runs all rounds.
     *
     * @param own the configuration that trial 0 is
     * @return the trials in order of their numbers
     */
    List<Trial> run(Configuration own, int count) {
        for (int size : Rounds.sizes(count)) {
            round(trials.isEmpty() ? first(own, size) : proposed(size));
        }
        if (!known.isEmpty()) {
            throw Trial.otherTable(known.peek(), "stands there", "ends before");
        }
        return List.copyOf(trials);
    }

    private List<Trial> first(Configuration own, int size) {
        List<Trial> first = new ArrayList<>();
        FittedSpace fitted = space.fitted();
        first.add(new Trial(
                new Trial.Point(0, fitted.own(), fitted.ownTexts()),
                Optional.of(own.experiment(space.registry())),
                ground));
        IntStream.range(1, size)
                .forEach(number -> first.add(trial(number, space.proposals().anywhere(number))));
        return first;
    }

    private Trial trial(int number, double[] places) {
        return new Trial(
                new Trial.Point(number, places, space.fitted().texts(places)), space.experiment(places), ground);
    }

    private List<Trial> proposed(int size) {
        List<double[]> ranked = trials.stream()
                .sorted(Comparator.comparing(Trial::hasFailed)
                        .thenComparingInt(trial -> -trial.record().rung())
                        .thenComparingDouble(Trial::cost)
                        .thenComparingInt(Trial::number))
                .map(Trial::places)
                .toList();
        int good = (int) Math.ceil(GOOD * ranked.size());
        int from = trials.size();
        List<double[]> next =
                space.proposals().near(ranked.subList(0, good), ranked.subList(good, ranked.size()), from, size);
        return IntStream.range(0, size)
                .mapToObj(i -> trial(from + i, next.get(i)))
                .toList();
    }

    /** Beside the configuration as it was given at least one other comes to its end. */
    private void round(List<Trial> round) {
        trials.addAll(round);
        List<Trial> there = round;
        int fewest = Math.min(round.size(), round.get(0).number() == 0 ? 2 : 1);
        for (int rung = 0; rung < ground.rungs().count(); rung++) {
            int seats = Math.max(fewest, ground.rungs().seats(round.size(), rung));
            List<Trial> staying = rung == 0 ? there : staying(there, seats);
            there.stream().filter(trial -> !staying.contains(trial)).forEach(Trial::leave);
            there = staying;
            reach(there, rung);
        }
    }

    /** The best, by their numbers; the configuration as it was given is always among them, for others to be compared with. */
    static List<Trial> staying(List<Trial> there, int seats) {
        return there.stream()
                .filter(trial -> !trial.hasFailed())
                .sorted(Comparator.comparingInt((Trial trial) -> trial.number() == 0 ? 0 : 1)
                        .thenComparingDouble(Trial::cost)
                        .thenComparingInt(Trial::number))
                .limit(seats)
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
    }

    private void reach(List<Trial> there, int rung) {
        List<Trial> left = new ArrayList<>();
        for (Trial trial : there) {
            if (known.isEmpty()) {
                left.add(trial);
            } else {
                trial.known(taken(trial, rung));
                running.reached().accept(trial.record());
            }
        }
        train(left, rung);
    }

    /** The next line of the table, which must be of this trial. */
    private TrialRecord taken(Trial trial, int rung) {
        TrialRecord next = known.remove();
        if (next.trial() != trial.number() || next.rung() != rung + 1) {
            throw Trial.otherTable(next, "stands there", "would be trial " + trial.number() + ", rung " + (rung + 1));
        }
        if (!next.settings().equals(trial.texts())) {
            throw Trial.otherTable(next, "has the settings " + next.settings(), "has " + trial.texts());
        }
        return next;
    }

    private void train(List<Trial> left, int rung) {
        if (left.isEmpty()) {
            return;
        }
        List<Trial> reached = new ArrayList<>();
        int size = Math.min(
                left.size(),
                ground.trainer()
                        .map(TrialTrainer::atOnce)
                        .orElse(running.execution().threads()));
        Execution one = new Execution(
                Math.max(1, running.execution().threads() / size),
                running.execution().kernels());
        try (OrderedTeam<Trial> team = new OrderedTeam<>("nn-trial", size, running.cancelled())) {
            team.run(
                    left.size(),
                    (index, stop) -> Optional.of(left.get(index)).filter(trial -> trial.advance(rung, one, stop)),
                    trial -> {
                        reached.add(trial);
                        running.reached().accept(trial.record());
                    });
        }
        if (reached.size() < left.size()) {
            Cancellation.when(() -> true).check();
            throw new CancellationException("tuning: cancelled");
        }
    }

    /** Trains again those of whose training a table holds the score alone. */
    void bringHere(List<Trial> wanted) {
        List<Trial> away = wanted.stream().filter(trial -> !trial.isHere()).toList();
        int last = ground.rungs().count() - 1;
        List<TrialRecord> before = away.stream().map(Trial::record).toList();
        Running quietly = new Running(running.execution(), running.cancelled(), record -> {});
        new Search(ground, space, quietly, List.of()).train(away, last);
        for (int i = 0; i < away.size(); i++) {
            if (!away.get(i).record().equals(before.get(i))) {
                throw Trial.otherTable(
                        before.get(i),
                        "has score " + Trial.text(before.get(i).score()),
                        "comes to " + Trial.text(away.get(i).record().score()));
            }
        }
    }
}
