// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.config.Setting;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.hint.Hints;
import dev.nn4j.cli.hint.Observed;
import dev.nn4j.cli.plot.PlotFormat;
import dev.nn4j.cli.plot.TrainingPlot;
import dev.nn4j.cli.progress.TrainingProgress;
import dev.nn4j.cli.report.HistoryCsv;
import dev.nn4j.cli.report.TrainingReport;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.StopReason;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingListener;
import dev.nn4j.core.training.TrainingOutcome;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One training from files to files. */
final class TrainRun {
    private static final double NANOS = 1e9;

    private final Console console;
    private final TableReader tables;
    private final Interruption interruption;
    private final Execution execution;
    private final TrainingPlanner.Inputs inputs;
    private final Outputs outputs;
    private final ComponentRegistry registry;
    private final Optional<TrainingPage> page;

    /** What is written. */
    record Outputs(
            Optional<Path> model,
            Optional<CheckpointWriter> checkpoint,
            Optional<Target> history,
            Optional<Target> plot,
            Optional<PlotFormat> format,
            Optional<Target> report) {}

    TrainRun(
            Console console,
            Interruption interruption,
            Execution execution,
            ComponentRegistry registry,
            TrainingPlanner.Inputs inputs,
            Outputs outputs) {
        this.console = console;
        this.tables = new TableReader(console);
        this.interruption = interruption;
        this.execution = execution;
        this.registry = registry;
        this.inputs = inputs;
        this.outputs = outputs;
        this.page = outputs.report().map(target -> new TrainingPage(console, target));
    }

    /** Trains, writes and reports; the report goes to stderr where stdout is taken. */
    void run(List<String> targets, List<Setting> settings, boolean json, boolean stdoutTaken) throws IOException {
        try {
            TrainingPlan plan = new TrainingPlanner(console, registry, inputs).plan(targets, settings);
            Table data = data(plan);
            interruption.guard();
            long start = System.nanoTime();
            TrainingOutcome outcome = train(plan, data);
            double seconds = (System.nanoTime() - start) / NANOS;
            Observed observed = new Observed(
                    plan.experiment(),
                    outcome,
                    Evaluation.of(outcome.model(), outcome.training()),
                    outcome.validation().map(table -> Evaluation.of(outcome.model(), table)));
            Model model = outcome.model().withProvenance(provenance(plan));
            write(outcome, model);
            if (page.isPresent()) {
                page.get()
                        .write(
                                observed,
                                seconds,
                                model,
                                outputs.model(),
                                inputs.data().name(),
                                registry);
            }
            report(observed, seconds, json, stdoutTaken);
            Hints.of(observed).forEach(console::hint);
        } catch (ConfigurationException e) {
            throw Failure.configuration(inputs.configurationName(), e);
        }
    }

    private Table data(TrainingPlan plan) throws IOException {
        if (inputs.cache().isEmpty()) {
            return tables.training(inputs.data(), plan.experiment());
        }
        interruption.guard();
        try {
            return tables.training(
                    inputs.data().file().orElseThrow(),
                    plan.experiment(),
                    inputs.cache().get(),
                    interruption::isRequested);
        } catch (CancellationException e) {
            throw Failure.interrupted("interrupted; nothing was written");
        }
    }

    private TrainingOutcome train(TrainingPlan plan, Table data) throws IOException {
        Training training = plan.training().withExecution(execution).withCancellation(interruption::isRequested);
        if (inputs.validation().isPresent()) {
            training = training.withValidation(
                    tables.validation(inputs.validation().get(), plan.experiment(), data));
        }
        if (outputs.checkpoint().isPresent()) {
            training = outputs.checkpoint().get().keep(training, provenance(plan), registry);
        }
        try (TrainingProgress progress =
                TrainingProgress.on(console, plan.experiment().options().epochs())) {
            TrainingListener listener =
                    page.map(one -> one.watching(progress.listener())).orElseGet(progress::listener);
            TrainingOutcome outcome = training.withListener(listener).run(data);
            if (outcome.stopReason() == StopReason.CANCELLED) {
                throw interrupted(outcome.history().size());
            }
            return outcome;
        }
    }

    private Failure interrupted(int epochs) {
        String kept = outputs.checkpoint()
                .filter(checkpoint -> epochs > 0)
                .map(checkpoint -> "--resume " + checkpoint.file() + " goes on from there")
                .orElse("nothing was written");
        return Failure.interrupted("interrupted after " + epochs + " complete epochs; " + kept);
    }

    private void write(TrainingOutcome outcome, Model model) throws IOException {
        if (outputs.model().isPresent()) {
            ModelFile.write(model, outputs.model().get(), registry);
        }
        if (outputs.history().isPresent()) {
            outputs.history().get().write(console, out -> HistoryCsv.write(outcome.history(), out));
        }
        if (outputs.plot().isPresent()) {
            PlotFormat format = outputs.format().orElseThrow();
            outputs.plot().get().write(console, out -> new TrainingPlot(outcome.history()).write(format, out));
        }
    }

    private void report(Observed observed, double seconds, boolean json, boolean stdoutTaken) throws IOException {
        TrainingReport report = new TrainingReport(
                observed.outcome(),
                observed.training(),
                observed.validation(),
                seconds,
                outputs.model().map(Path::toString));
        if (stdoutTaken) {
            report.table().lines().forEach(console::tell);
        } else {
            console.print(json ? report.json().pretty() + "\n" : report.table());
        }
        if (outputs.model().isEmpty()) {
            console.tell("the model was not saved; --out FILE saves it");
        }
    }

    private static Provenance provenance(TrainingPlan plan) {
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                plan.configuration(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Map.of());
    }
}
