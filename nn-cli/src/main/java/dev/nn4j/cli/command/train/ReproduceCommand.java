// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.card.TrainingFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model again and compares the bits. */
@Command(
        name = "reproduce",
        description = {
            "Trains a model again, by the configuration that it holds and on the data that it was trained on, and compares"
                    + " all bits. Exit 0 if they are the same, 9 if not, 3 if the data are others."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn reproduce iris.nn --data iris.csv"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ReproduceCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final NnCommand root;

    @Parameters(paramLabel = "MODEL", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The CSV that it was trained on; - is stdin.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--validation",
            paramLabel = "FILE",
            description = "The CSV that it was validated on, if one was given to the training.")
    private Optional<String> validation;

    @Option(names = "--validation-query", paramLabel = "SQL", description = "Of --validation jdbc:…, which rows.")
    private Optional<String> validationQuery;

    public ReproduceCommand(Console console, Interruption interruption, NnCommand root) {
        this.console = console;
        this.interruption = interruption;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        RowsOptions.requireAsked("--validation", validation, validationQuery);
        FileUses traffic = new FileUses();
        Path file = traffic.readsModel("MODEL", model);
        Source rows = reading.data(traffic, data);
        Optional<Source> validated =
                validation.map(one -> reading.others(traffic, "--validation", one, validationQuery));
        traffic.check();
        ModelDescription there = ModelFile.describe(file);
        TrainingFacts facts = facts(there);
        TrainingPlanner.Inputs inputs = new TrainingPlanner.Inputs(
                Optional.of(new ConfigurationSource(
                        model, ignored -> Configuration.parse(there.provenance().configuration()))),
                rows,
                Optional.empty(),
                validated,
                Optional.empty(),
                Optional.empty(),
                false);
        ComponentRegistry registry = root.registry(console);
        TrainingResult outcome = new TrainRun(
                        console, interruption, root.execution(), registry, inputs, TrainRun.Outputs.none())
                .again(table -> requireSame(table, facts.sha256(), facts.rows()));
        facts.validationSha256()
                .ifPresent(digest -> requireSame(
                        outcome.validation().orElseThrow(),
                        digest,
                        outcome.validation().get().rows()));
        compare(there, TrainingPage.described(outcome.model(), Optional.empty(), registry));
        console.print(String.format(
                Locale.ROOT,
                "%s is what its training gives: trained again on %s, all %,d parameters have the same bits%n",
                model,
                rows.name(),
                there.parameterCount()));
        return 0;
    }

    /** Refuses what cannot be done again from the file and the data. */
    private TrainingFacts facts(ModelDescription there) {
        if (there.training().isPresent()) {
            throw Failure.model(model + ": is a checkpoint, a training under way; give the model that it ended with");
        }
        if (there.provenance().configuration().isEmpty()) {
            throw Failure.model(
                    model + ": holds no configuration, so nothing says how it was trained; 'nn train' stores one");
        }
        TrainingFacts facts = TrainingFacts.in(there.provenance())
                .orElseThrow(() ->
                        Failure.model(model + ": does not say which data it was trained on; models that 'nn train'"
                                + " writes from this version on do"));
        facts.obstacle().ifPresent(why -> {
            throw Failure.model(
                    model + ": cannot be trained again from its configuration and its data alone: the training " + why);
        });
        if (facts.validationSha256().isPresent() != validation.isPresent()) {
            throw Failure.usage(
                    facts.validationSha256().isPresent()
                            ? "--validation: " + model + " was trained with data to validate on; give them"
                            : "--validation: " + model + " was trained without; leave it out");
        }
        return facts;
    }

    private void requireSame(Table table, String sha256, long rows) {
        if (!table.sha256().equals(sha256)) {
            throw new DataException(
                    new Location(table.source(), 1, 1),
                    "these are not the data that " + model + " was trained on"
                            + (table.rows() == rows
                                    ? ": as many rows, but other cells or columns"
                                    : ": " + table.rows() + " rows, it had " + rows)
                            + "; give the very same");
        }
    }

    private void compare(ModelDescription there, ModelDescription here) {
        ModelDifference.first(there, here).ifPresent(where -> {
            boolean otherVersion = !there.producerVersion().equals(here.producerVersion());
            throw Failure.different(model + ": its training gives other bits, first " + where
                    + (otherVersion
                            ? "; it was written by nn " + there.producerVersion() + ", this is "
                                    + here.producerVersion()
                            : "; was it changed afterwards, as by nn calibrate or nn threshold?"));
        });
    }
}
