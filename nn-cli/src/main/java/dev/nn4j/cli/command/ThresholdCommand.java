// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.Model;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.decision.DecisionReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Chooses by which thresholds a model decides. */
@Command(
        name = "threshold",
        description = {
            "Chooses the probability above which a model says yes: one threshold for a binary model, one for each label"
                    + " of several. The rows that choose should not be those that the model learnt from."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn threshold bc.nn --data validation.csv --maximize cost:1,20 --out careful.nn"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ThresholdCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Mixin
    private ChoosingRows chosen = new ChoosingRows();

    @Option(
            names = "--maximize",
            required = true,
            paramLabel = "GOAL",
            converter = GoalConverter.class,
            description =
                    "f1, balanced-accuracy, accuracy, youden, recall@P (the most recall at a precision of at least P),"
                            + " precision@R, or cost:FP,FN (the least cost of false positives and false negatives).")
    private DecisionGoal goal;

    public ThresholdCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        ChoosingRows.Files files = chosen.files();
        ComponentRegistry registry = root.registry(console);
        Model trained = ModelFile.read(files.model(), registry);
        requireDecided(trained);
        Answers answers = new HeldOutRows(console).answers(trained, files.rows(), chosen.weight());
        DecisionChoice choice = DecisionChoice.of(answers, goal);
        if (!choice.isReached() && choice.thresholds().size() == 1) {
            console.warn("no threshold reaches " + goal.text() + " on these rows; it stays as it was");
        }
        if (files.target().isPresent()) {
            ModelFile.write(
                    choice.in(trained, "rows of " + files.rows().name()),
                    files.target().get(),
                    registry);
        }
        DecisionReport report =
                new DecisionReport(choice, answers, files.target().map(Path::toString));
        console.print(chosen.json() ? report.json() + "\n" : report.text());
        return 0;
    }

    private void requireDecided(Model trained) {
        try {
            DecisionChoice.requireDecided(trained.task());
        } catch (IllegalArgumentException e) {
            throw Failure.model(chosen.model() + ": " + e.getMessage());
        }
    }
}
