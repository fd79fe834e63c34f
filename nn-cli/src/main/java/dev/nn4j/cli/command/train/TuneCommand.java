// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.tune.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches for settings that do better. */
@Command(
        name = "tune",
        description = "Searches for the settings with which a training answers best, and trains it with them.",
        sortOptions = false,
        footer = {"", "Example:", "  nn tune --data iris.csv --target species --trials 8 --out iris.nn"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class TuneCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final NnCommand root;

    @Option(
            names = "--data",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… to learn from.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration that trial 0 is and all others change, JSON. Without it what 'nn train'"
                    + " would train.")
    private Optional<String> config;

    @Mixin
    private DescribedTraining described = new DescribedTraining();

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "What is changed: small, recipe (default), optimizer, architecture, or a JSON file of paths"
                    + " and what each may be.")
    private Optional<String> space;

    @Option(names = "--trials", paramLabel = "N", description = "How many settings are tried (default: 32).")
    private Optional<Integer> trials;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Judge each trial by a cross-validation of K folds, which takes K times as long.")
    private Optional<Integer> folds;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            description = "The share of the rows that the search does not see, for the summary (default: 0.2).")
    private Optional<Double> heldOut;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What is tried depends on it (default: the configuration's training.seed).")
    private Optional<Long> seed;

    @Option(names = "--ensemble", description = "Make the model of several trials that answer best together.")
    private boolean ensemble;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Where all trials go, CSV; if it is there, the search goes on from it.")
    private Optional<String> table;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            description = "Where the model goes: what was chosen, trained on all rows.")
    private Optional<String> out;

    @Option(
            names = "--out-config",
            paramLabel = "FILE",
            description = "Where the best trial's configuration goes, JSON, for 'nn train'; - is stdout.")
    private Optional<String> outConfig;

    @Mixin
    private OnlookerOptions onlookers = new OnlookerOptions();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    public TuneCommand(Console console, Interruption interruption, NnCommand root) {
        this.console = console;
        this.interruption = interruption;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        requireConsistent();
        shaped(Tuning.of(Configuration.empty())); // what cannot be is refused before data are looked at
        FileUses traffic = new FileUses();
        Source rows = reading.data(traffic, data).readAgain();
        ConfigurationSource configuration = config.isPresent()
                ? ConfigurationSource.of(traffic.reads("--config", config.get()))
                : described.fitting(rows, HoldOut.ONCE);
        Optional<Target> trialsFile = table.map(file -> traffic.writes("--table", file, FileEnding.CSV));
        TuneRun.Files files = new TuneRun.Files(
                configuration,
                rows,
                SpaceSource.of(space, traffic),
                trialsFile.flatMap(Target::file).map(TrialsFile::new),
                out.map(file -> traffic.writesModel("--out", file)),
                outConfig.map(file -> traffic.writes("--out-config", file)),
                onlookers.asked(goesOn(trialsFile)));
        traffic.check();
        if (json && traffic.takesStdout()) {
            throw Failure.usage("--json prints on stdout, which another option takes; name a file there");
        }
        new TuneRun(console, interruption, root.execution(), root.registry(console), files)
                .run(described.changes(), this::shaped, json, traffic.takesStdout());
        return 0;
    }

    /** Whether the table is there, and so may be the events of the search that wrote it. */
    private static boolean goesOn(Optional<Target> trials) {
        return trials.flatMap(Target::file).filter(Files::exists).isPresent();
    }

    private Tuning shaped(Tuning plain) {
        try {
            Tuning tuning = trials.isPresent() ? plain.withTrials(trials.get()) : plain;
            tuning = folds.isPresent() ? tuning.withFolds(folds.get()) : tuning;
            tuning = heldOut.isPresent() ? tuning.withHeldOut(heldOut.get()) : tuning;
            tuning = seed.isPresent() ? tuning.withSeed(seed.get()) : tuning;
            return ensemble ? tuning.withEnsemble() : tuning;
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--" + String.valueOf(e.getMessage()).replaceFirst("^held out", "held-out"));
        }
    }

    private void requireConsistent() {
        if (config.isPresent()) {
            described.requireNoPreset();
        } else if (described.namesTarget()) {
            described.requireFitting(data);
        } else {
            throw Failure.usage("--target COL is missing, the column that is to be learnt; or --config FILE");
        }
        if (folds.isPresent() && folds.get() < 2) {
            throw Failure.usage("--folds: must be at least 2, got " + folds.get());
        }
        if (table.isPresent() && table.get().equals("-")) {
            throw Failure.usage("--table: must be a file, from which a search can go on, got -; give its name");
        }
    }
}
