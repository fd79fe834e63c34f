// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.api.NearestName;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.Model;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.calibration.GivenDecision;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.GivenThresholds;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.decision.DecisionReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says by which thresholds a model decides: those that rows choose, or given ones. */
@Command(
        name = "threshold",
        description = {
            "Chooses the probability above which a model says yes: one threshold for a binary model, one for each"
                    + " label of several. The rows that choose should not be those that the model learnt from. With --at"
                    + " it is given instead, and rows, if there are any, show what it does."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn threshold bc.nn --data validation.csv --maximize cost:1,20 --out careful.nn"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ThresholdCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "CSV, JSON lines or jdbc:… with the model's features and target; - is stdin. With --at it may be left out.")
    private List<String> data = List.of();

    @Mixin
    private ChoosingRows chosen = new ChoosingRows();

    @Option(
            names = "--maximize",
            paramLabel = "GOAL",
            converter = GoalConverter.class,
            description =
                    "f1, balanced-accuracy, accuracy, youden, recall@P (the most recall at a precision of at least P),"
                            + " precision@R, or cost:FP,FN (the least cost of false positives and false negatives).")
    private Optional<DecisionGoal> goal;

    @Option(names = "--at", paramLabel = "P", description = "This probability, in [0, 1), instead of a chosen one.")
    private Optional<Double> at;

    @Option(
            names = "--label",
            paramLabel = "NAME",
            description = "Of several labels, --at is for this one, and the others stay as they are.")
    private Optional<String> label;

    public ThresholdCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        requireOneWay();
        ChoosingRows.Files files = chosen.files(data);
        ComponentRegistry registry = root.registry(console);
        Model trained = ModelFile.read(files.model(), registry);
        requireDecided(trained);
        Optional<Answers> answers = files.given().isPresent()
                ? Optional.of(new HeldOutRows(console, root.execution().threads())
                        .answers(trained, files.rows(), chosen.weight()))
                : Optional.empty();
        Optional<String> out = files.target().map(Path::toString);
        if (at.isPresent()) {
            Model decided = given(trained);
            write(decided, files, registry);
            print(DecisionReport.given(trained.schema(), decided.decision(), answers, out));
        } else {
            DecisionChoice choice = DecisionChoice.of(answers.orElseThrow(), goal.orElseThrow());
            if (!choice.isReached() && choice.thresholds().size() == 1) {
                console.warn("no threshold reaches " + choice.goal().text() + " on these rows; it stays as it was");
            }
            write(choice.in(trained, "rows of " + files.rows().nameInModels()), files, registry);
            print(DecisionReport.of(choice, answers.orElseThrow(), out));
        }
        return 0;
    }

    private static void write(Model decided, ChoosingRows.Files files, ComponentRegistry registry) throws IOException {
        if (files.target().isPresent()) {
            ModelFile.write(decided, files.target().get(), registry);
        }
    }

    private void print(DecisionReport report) throws IOException {
        console.print(chosen.json() ? report.json() + "\n" : report.text());
    }

    /** Labels that are not named stay as they are. */
    private Model given(Model trained) {
        List<String> labels = GivenDecision.labels(trained.schema());
        if (label.isPresent() && !labels.contains(label.get())) {
            throw Failure.usage("--label: must be a label that is decided for, one of " + String.join(", ", labels)
                    + ", got '" + label.get() + "'" + NearestName.hint(label.get(), labels));
        }
        Map<String, Double> named = new TreeMap<>();
        for (int output = 0; output < labels.size(); output++) {
            double before = Double.parseDouble(Float.toString(trained.decision().threshold(output)));
            named.put(labels.get(output), isMeant(labels.get(output)) ? at.orElseThrow() : before);
        }
        return new GivenDecision(GivenThresholds.at(named)).in(trained);
    }

    private boolean isMeant(String name) {
        return label.isEmpty() || label.get().equals(name);
    }

    private void requireOneWay() {
        if (at.isPresent() == goal.isPresent()) {
            throw Failure.usage(
                    at.isPresent()
                            ? "--at gives a threshold and --maximize chooses one; give one of the two"
                            : "--maximize GOAL is missing, by which a threshold is chosen; or --at P, which gives it");
        }
        if (goal.isPresent() && data.isEmpty()) {
            throw Failure.usage("--data FILE is missing, rows by which --maximize chooses");
        }
        if (label.isPresent() && at.isEmpty()) {
            throw Failure.usage("--label is for --at; --maximize chooses for each label by itself");
        }
        if (chosen.weight().isPresent() && data.isEmpty()) {
            throw Failure.usage("--weight: weighs rows of --data; name them or leave it out");
        }
        try {
            at.ifPresent(GivenThresholds::at);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--at: must be in [0, 1), got " + at.orElseThrow());
        }
    }

    private void requireDecided(Model trained) {
        try {
            DecisionChoice.requireDecided(trained.task());
        } catch (IllegalArgumentException e) {
            throw Failure.model(chosen.model() + ": " + e.getMessage());
        }
    }
}
