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
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.report.plot.PlotFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network. */
@Command(
        name = "train",
        description = "Trains a network on data as a configuration says, and tells how well it does.",
        sortOptions = false,
        footer = {"", "Example:", "  nn train --data iris.csv --target species --out iris.nn"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class TrainCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final NnCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration, JSON; - is stdin. 'nn new' writes one. Without it --target says what is"
                    + " learnt, and the data how.")
    private Optional<String> config;

    @Mixin
    private DescribedTraining described = new DescribedTraining();

    @Option(
            names = "--data",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… to learn from; - is stdin.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--cache",
            paramLabel = "FILE",
            description = "Where --data is kept in a compact form from which it streams, for data larger than memory;"
                    + " made if it is not there.")
    private Optional<String> cache;

    @Option(
            names = "--validation",
            paramLabel = "FILE",
            description = "Rows to validate on, as --data takes them; - is stdin.")
    private Optional<String> validation;

    @Option(names = "--validation-query", paramLabel = "SQL", description = "Of --validation jdbc:…, which rows.")
    private Optional<String> validationQuery;

    @Option(
            names = "--init",
            paramLabel = "MODEL",
            description = "Start from this model's architecture, preprocessing and weights.")
    private Optional<String> initial;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on from this checkpoint, as if there had been no stop.")
    private Optional<String> resume;

    @Option(names = "--allow-changed-data", description = "Resume even if the data are not those of the checkpoint.")
    private boolean changedData;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Where to keep what resuming needs; also written on Ctrl-C. May be the file that is resumed.")
    private Optional<String> checkpoint;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description = "Write the checkpoint every N epochs (default: 1).")
    private Optional<Integer> checkpointEvery;

    @Option(names = "--out", paramLabel = "MODEL", description = "Where the model goes.")
    private Optional<String> out;

    @Option(names = "--history", paramLabel = "FILE", description = "Where the epochs go, CSV; - is stdout.")
    private Optional<String> history;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Where a picture of the epochs goes, .png or .svg; - is stdout, PNG.")
    private Optional<String> plot;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where an HTML report goes, one file to open in a browser; - is stdout.")
    private Optional<String> report;

    @Mixin
    private OnlookerOptions onlookers = new OnlookerOptions();

    @Mixin
    private FoldOptions folds = new FoldOptions();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    public TrainCommand(Console console, Interruption interruption, NnCommand root) {
        this.console = console;
        this.interruption = interruption;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        requireConsistent();
        RowsOptions.requireAsked("--validation", validation, validationQuery);
        folds.check(
                Map.of("--out", out, "--history", history, "--plot", plot, "--checkpoint", checkpoint),
                Map.of("--validation", validation, "--init", initial, "--resume", resume));
        FileUses traffic = new FileUses();
        if (folds.isAsked()) {
            crossValidate(traffic);
        } else {
            train(traffic);
        }
        return 0;
    }

    private void train(FileUses traffic) throws IOException {
        Source rows = data(traffic);
        TrainingPlanner.Inputs inputs = new TrainingPlanner.Inputs(
                configuration(traffic, rows),
                rows,
                cache.map(file -> traffic.writes("--cache", file)).flatMap(Target::file),
                validation.map(file -> reading.others(traffic, "--validation", file, validationQuery)),
                initial.map(file -> traffic.readsModel("--init", file)),
                resume.map(file -> traffic.readsModel("--resume", file)),
                changedData);
        Optional<Path> model = out.map(file -> traffic.writesModel("--out", file));
        Optional<Path> kept = checkpoint.map(file -> traffic.writesModel("--checkpoint", file));
        TrainRun.Outputs outputs = new TrainRun.Outputs(
                model,
                kept.map(file -> new CheckpointWriter(file, checkpointEvery.orElse(1))),
                history.map(file -> traffic.writes("--history", file, FileEnding.CSV)),
                plot.map(file -> traffic.writes("--plot", file)),
                plot.map(TrainCommand::format),
                report.map(file -> traffic.writes("--report", file, FileEnding.HTML)),
                onlookers.asked(resume.isPresent()));
        traffic.allow("--checkpoint", "--resume");
        traffic.allow("--out", "--init");
        check(traffic);
        new TrainRun(console, interruption, root.execution(), root.registry(console), inputs, outputs)
                .run(described.changes(), json, traffic.takesStdout());
    }

    private void crossValidate(FileUses traffic) throws IOException {
        Source rows = data(traffic);
        Optional<Target> outOfFold =
                folds.outOfFold().map(file -> traffic.writes("--out-of-fold", file, FileEnding.CSV));
        Optional<Target> page = report.map(file -> traffic.writes("--report", file, FileEnding.HTML));
        check(traffic);
        new FoldsRun(
                        console,
                        interruption,
                        root.execution(),
                        root.registry(console),
                        configuration(traffic, rows).orElseThrow(),
                        rows,
                        new FoldsRun.Outputs(outOfFold, page, onlookers.asked(false)))
                .run(folds.count(), folds.repeats(), described.changes(), json, traffic.takesStdout());
    }

    /** The rows, which are looked at before they are read where there is no configuration. */
    private Source data(FileUses traffic) {
        Source rows = reading.data(traffic, data);
        return config.isEmpty() && resume.isEmpty() ? rows.readAgain() : rows;
    }

    /** The file's; without one what fits the data, unless the training is resumed. */
    private Optional<ConfigurationSource> configuration(FileUses traffic, Source rows) {
        if (config.isPresent()) {
            return Optional.of(ConfigurationSource.of(traffic.reads("--config", config.get())));
        }
        return resume.isPresent() ? Optional.empty() : Optional.of(described.fitting(rows, division()));
    }

    private HoldOut division() {
        if (validation.isPresent()) {
            return HoldOut.GIVEN;
        }
        return initial.isPresent() || described.changes().divideRows() ? HoldOut.ONCE : HoldOut.SUITABLE;
    }

    private void check(FileUses traffic) throws IOException {
        traffic.check();
        if (json && traffic.takesStdout()) {
            throw Failure.usage("--json prints on stdout, which another option takes; name a file there");
        }
    }

    private void requireConsistent() {
        requireDescribed();
        if (initial.isPresent() && resume.isPresent()) {
            throw Failure.usage("--init starts a new training and --resume continues one; give one of the two");
        }
        if (changedData && resume.isEmpty()) {
            throw Failure.usage("--allow-changed-data is for --resume; leave it out or name the checkpoint");
        }
        requireCacheable();
        if (checkpointEvery.isPresent() && checkpoint.isEmpty()) {
            throw Failure.usage("--checkpoint-every needs --checkpoint, which names the file");
        }
        if (checkpointEvery.orElse(1) < 1) {
            throw Failure.usage(String.format(
                    Locale.ROOT, "--checkpoint-every: must be at least 1, got %d", checkpointEvery.get()));
        }
    }

    private void requireDescribed() {
        if (config.isPresent() || resume.isPresent()) {
            described.requireNoPreset();
            return;
        }
        if (!described.namesTarget() || initial.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing required option: '--config=FILE'"
                            + (initial.isPresent() ? "" : "; or '--target=COL', the column that is to be learnt"));
        }
        described.requireFitting(data);
    }

    private void requireCacheable() {
        if (cache.isPresent() && cache.get().equals("-")) {
            throw Failure.usage("--cache: must be a file, got -; give its name");
        }
        if (cache.isPresent() && data.contains("-")) {
            throw Failure.usage("--cache needs --data to be a file, but --data is stdin (-); give a file name");
        }
        if (cache.isPresent() && folds.isAsked()) {
            throw Failure.usage("--cache: folds are trained in memory; leave it out with --folds");
        }
    }

    private static PlotFormat format(String file) {
        return PlotFormat.of(file).orElseThrow(() -> Failure.usage("--plot: '" + file + "' must end in .png or .svg"));
    }
}
