// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.progress.TuneProgress;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.TuningReport;
import dev.nn4j.report.card.HeldOutFigures;
import dev.nn4j.report.card.TrainingFacts;
import dev.nn4j.tune.Tuning;
import dev.nn4j.tune.TuningListener;
import dev.nn4j.tune.TuningResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/** One search from files to files. */
final class TuneRun {
    private static final double NANOS = 1e9;

    private final Console console;
    private final Interruption interruption;
    private final Execution execution;
    private final ComponentRegistry registry;
    private final Files files;

    /** What is read and written. */
    record Files(
            ConfigurationSource configuration,
            Source data,
            SpaceSource space,
            Optional<TrialsFile> table,
            Optional<Path> model,
            Optional<Target> chosen,
            Onlookers.Asked onlookers) {}

    /** What a search of a configuration is to be like. */
    interface Shape {
        /** The same with what was asked for. */
        Tuning of(Tuning tuning);
    }

    TuneRun(Console console, Interruption interruption, Execution execution, ComponentRegistry registry, Files files) {
        this.console = console;
        this.interruption = interruption;
        this.execution = execution;
        this.registry = registry;
        this.files = files;
    }

    /** Searches, writes and reports; the report goes to stderr where stdout is taken. */
    void run(Changes changes, Shape shape, boolean json, boolean stdoutTaken) throws IOException {
        Configuration file = files.configuration().reading().from(console);
        Experiment experiment = files.configuration().experiment(file, changes, registry, Optional.empty());
        Tuning tuning = shape.of(Tuning.of(changes.in(file)))
                .withRegistry(registry)
                .withExecution(execution)
                .withCancellation(interruption::isRequested)
                .withSpace(files.space().about(experiment, console));
        Table data = files.data().table(console, experiment, execution.threads());
        interruption.guard();
        try (Onlookers onlookers =
                files.onlookers().begin(console, experiment, files.data().name(), 1)) {
            TuningReport report = run(tuning, data, changes, onlookers);
            onlookers.ended(report.text());
            if (stdoutTaken) {
                report.text().lines().forEach(console::tell);
            } else {
                console.print(json ? report.json() + "\n" : report.text());
            }
        }
        if (files.model().isEmpty()) {
            console.tell("no model was made; --out FILE trains what was chosen on all rows and saves it");
        }
    }

    private TuningReport run(Tuning tuning, Table data, Changes changes, Onlookers onlookers) throws IOException {
        long start = System.nanoTime();
        TuningResult found =
                search(files.model().isPresent() ? tuning : tuning.withoutModel(), data, changes, onlookers);
        double seconds = (System.nanoTime() - start) / NANOS;
        write(found, data);
        return new TuningReport(found, seconds, files.model().map(Path::toString));
    }

    private TuningResult search(Tuning tuning, Table data, Changes changes, Onlookers onlookers) throws IOException {
        try (TuneProgress progress = new TuneProgress(console, System::nanoTime)) {
            TuningListener watching = onlookers.search(progress);
            return files.table().isPresent()
                    ? files.table().get().run(tuning, watching, data)
                    : tuning.withListener(watching).run(data);
        } catch (ConfigurationException e) {
            throw failure(e, changes);
        } catch (CancellationException e) {
            throw Failure.interrupted("interrupted; "
                    + files.table()
                            .map(table -> "the same command goes on with " + table.name())
                            .orElse("nothing was written; with --table FILE a search can go on later"));
        }
    }

    private Failure failure(ConfigurationException e, Changes changes) {
        if (e.path().startsWith("trial ")) {
            return Failure.configuration(files.table().map(TrialsFile::name).orElse("trials"), e, "");
        }
        boolean ofSpace = files.space().names(e.path());
        return Failure.configuration(
                ofSpace ? files.space().name() : files.configuration().name(), e, ofSpace ? "" : changes.origin(e));
    }

    private void write(TuningResult found, Table data) throws IOException {
        if (files.model().isPresent()) {
            Model model = found.model().orElseThrow();
            ModelFile.write(
                    model.withProvenance(
                            TrainRun.provenance(found.configuration().canonical(), extra(found, model, data))),
                    files.model().get(),
                    registry);
        }
        if (files.chosen().isPresent()) {
            byte[] text = (found.configuration().pretty() + "\n").getBytes(StandardCharsets.UTF_8);
            files.chosen().get().write(console, out -> out.write(text));
        }
    }

    /** What the model keeps of its data, and of how good what was chosen is on rows that the search has not seen. */
    private Map<String, String> extra(TuningResult found, Model model, Table data) {
        Map<String, String> extra = new TreeMap<>(model.provenance().extra());
        Optional<String> obstacle = found.members().size() > 1
                ? Optional.of("made of several trials of a search (nn tune --ensemble)")
                : Optional.empty();
        TrainingFacts facts =
                new TrainingFacts(files.data().nameInModels(), data.rows(), data.sha256(), Optional.empty(), obstacle);
        extra.putAll(facts.extra());
        found.heldOut()
                .ifPresent(figures -> extra.put(
                        Provenance.HELD_OUT,
                        HeldOutFigures.of(figures, "rows held out of the search, before the training on all")
                                .text()));
        return extra;
    }
}
