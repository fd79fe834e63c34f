// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.core.Model;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.decision.DecisionReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(paramLabel = "MODEL", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the model's features and target; - is stdin.")
    private String data;

    @Mixin
    private HeaderOption header = new HeaderOption();

    @Option(
            names = "--maximize",
            required = true,
            paramLabel = "GOAL",
            converter = GoalConverter.class,
            description =
                    "f1, balanced-accuracy, accuracy, youden, recall@P (the most recall at a precision of at least P),"
                            + " precision@R, or cost:FP,FN (the least cost of false positives and false negatives).")
    private DecisionGoal goal;

    @Option(names = "--weight", paramLabel = "COL", description = "Weigh each row by this column.")
    private Optional<String> weight;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            description = "Where the model with these thresholds goes; without it nothing is written.")
    private Optional<String> out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public ThresholdCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path modelFile = traffic.readsModel("MODEL", model);
        Source rows = traffic.readsRows("--data", data).withHeader(header.value());
        Optional<Path> target =
                out.isPresent() ? Optional.of(traffic.writesModel("--out", out.get())) : Optional.empty();
        traffic.check();
        ComponentRegistry registry = root.registry(console);
        Model trained = ModelFile.read(modelFile, registry);
        requireDecided(trained);
        Answers answers = new HeldOutRows(console).answers(trained, rows, weight);
        DecisionChoice choice = DecisionChoice.of(answers, goal);
        if (!choice.isReached() && choice.thresholds().size() == 1) {
            console.warn("no threshold reaches " + goal.text() + " on these rows; it stays as it was");
        }
        if (target.isPresent()) {
            ModelFile.write(choice.in(trained, "rows of " + rows.name()), target.get(), registry);
        }
        DecisionReport report = new DecisionReport(choice, answers, target.map(Path::toString));
        console.print(json ? report.json() + "\n" : report.text());
        return 0;
    }

    private void requireDecided(Model trained) {
        try {
            DecisionChoice.requireDecided(trained.task());
        } catch (IllegalArgumentException e) {
            throw Failure.model(model + ": " + e.getMessage());
        }
    }
}
