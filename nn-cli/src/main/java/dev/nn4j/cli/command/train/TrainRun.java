// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.progress.DataNotice;
import dev.nn4j.cli.progress.FoldsProgress;
import dev.nn4j.cli.progress.TargetNotice;
import dev.nn4j.cli.progress.TrainingProgress;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.HistoryCsv;
import dev.nn4j.report.TrainingReport;
import dev.nn4j.report.plot.PlotFormat;
import dev.nn4j.report.plot.TrainingPlot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

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
            Optional<Target> report,
            Onlookers.Asked onlookers) {
        /** Nothing. */
        static Outputs none() {
            return new Outputs(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Onlookers.Asked.none());
        }
    }

    TrainRun(
            Console console,
            Interruption interruption,
            Execution execution,
            ComponentRegistry registry,
            TrainingPlanner.Inputs inputs,
            Outputs outputs) {
        this.console = console;
        this.tables = new TableReader(console, execution.threads(), interruption::isRequested);
        this.interruption = interruption;
        this.execution = execution;
        this.registry = registry;
        this.inputs = inputs;
        this.outputs = outputs;
        this.page = outputs.report().map(target -> new TrainingPage(console, target));
    }

    /** Trains, writes and reports; the report goes to stderr where stdout is taken. */
    void run(Changes changes, boolean json, boolean stdoutTaken) throws IOException {
        try {
            TrainingPlan plan = new TrainingPlanner(console, registry, inputs).plan(changes);
            Table data = data(plan);
            interruption.guard();
            try (Onlookers onlookers = onlookers(plan)) {
                String report = run(plan, data, onlookers, json, stdoutTaken);
                onlookers.ended(report);
            }
        } catch (ConfigurationException e) {
            throw Failure.configuration(inputs.configurationName(), e, changes.origin(e));
        } catch (CancellationException e) {
            throw Failure.interrupted("interrupted; nothing was written");
        }
    }

    /** Gives what is reported, as text. */
    private String run(TrainingPlan plan, Table data, Onlookers onlookers, boolean json, boolean stdoutTaken)
            throws IOException {
        long start = System.nanoTime();
        TrainingResult outcome = train(plan, data, onlookers);
        double seconds = (System.nanoTime() - start) / NANOS;
        Optional<Answers> heldOut = outcome.outOfFold()
                .or(() -> outcome.validation().map(table -> answers(plan, outcome.validatedModel(), table)));
        FinishedTraining finished = new FinishedTraining(
                plan.experiment(),
                outcome,
                answers(plan, outcome.validatedModel(), outcome.training()).evaluation(),
                heldOut.map(Answers::evaluation));
        Model model =
                outcome.model().withProvenance(provenance(plan, new TrainedOn(inputs).extra(outcome, data, heldOut)));
        write(outcome, model);
        if (page.isPresent()) {
            page.get()
                    .write(
                            finished,
                            seconds,
                            model,
                            outputs.model(),
                            inputs.data().name(),
                            registry);
        }
        String told = report(finished, seconds, json, stdoutTaken);
        finished.hints().forEach(console::hint);
        return told;
    }

    private Onlookers onlookers(TrainingPlan plan) throws IOException {
        return outputs.onlookers()
                .begin(
                        console,
                        plan.experiment(),
                        inputs.data().name(),
                        plan.experiment().ensemble().map(Ensemble::members).orElse(1));
    }

    /**
     * Trains only, for who compares the result; the configuration is as it was.
     *
     * @param check sees the data before it begins
     */
    TrainingResult again(Consumer<Table> check) throws IOException {
        try {
            TrainingPlan plan = new TrainingPlanner(console, registry, inputs).plan(new Changes(List.of(), List.of()));
            Table data = data(plan);
            check.accept(data);
            interruption.guard();
            try (Onlookers onlookers = onlookers(plan)) {
                return train(plan, data, onlookers);
            }
        } catch (ConfigurationException e) {
            throw Failure.configuration(inputs.configurationName(), e, "");
        } catch (CancellationException e) {
            throw Failure.interrupted("interrupted; nothing was compared");
        }
    }

    private Answers answers(TrainingPlan plan, Model model, Table table) {
        return Evaluator.of(model)
                .weighingAs(plan.experiment().data(), table)
                .answers(table.withCancellation(Cancellation.when(interruption::isRequested)));
    }

    private Table data(TrainingPlan plan) throws IOException {
        return targeted(plan, read(plan));
    }

    /** Leaves out, and says so, what the training itself would leave out. */
    private Table targeted(TrainingPlan plan, Table table) {
        DataRoles roles = plan.experiment().data();
        if (!roles.skipsMissingTargets()) {
            return table;
        }
        Table left = roles.targetGaps().in(table, roles.targets(), List.of());
        if (left.rows() < table.rows()) {
            console.tell((table.rows() - left.rows()) + " of " + table.rows() + " rows of " + table.source()
                    + " have no target and are left out");
        }
        return left;
    }

    private Table read(TrainingPlan plan) throws IOException {
        if (inputs.cache().isEmpty()) {
            return tables.training(inputs.data(), plan.experiment());
        }
        interruption.guard();
        return tables.training(inputs.data(), plan.experiment(), inputs.cache().get());
    }

    private TrainingResult train(TrainingPlan plan, Table data, Onlookers onlookers) throws IOException {
        Training training = plan.training().withExecution(execution).withCancellation(interruption::isRequested);
        if (inputs.validation().isPresent()) {
            Table rows = tables.validation(inputs.validation().get(), plan.experiment(), data);
            plan.experiment()
                    .data()
                    .weight()
                    .filter(column -> !rows.columns().contains(column))
                    .ifPresent(column -> console.tell(rows.source() + " has no column '" + column
                            + "': each of its rows weighs 1 in validation"));
            if (plan.experiment().options().refit()) {
                console.tell("training.refit has nothing to add: " + rows.source()
                        + " validates, so all rows are learnt from already");
            }
            training = training.withValidation(targeted(plan, rows));
        }
        if (outputs.checkpoint().isPresent()) {
            training = outputs.checkpoint().get().keep(training, provenance(plan, Map.of()), registry);
        }
        if (plan.experiment().ensemble().isPresent()) {
            return trainMembers(training, plan, data, onlookers);
        }
        try (TrainingProgress progress =
                TrainingProgress.on(console, plan.experiment().options().epochs())) {
            TrainingListener watching = onlookers.listener("", progress.listener());
            TrainingListener listener = page.map(one -> one.watching(watching)).orElse(watching);
            TrainingResult outcome = training.withListener(new TargetNotice(console, plan.experiment(), listener))
                    .run(data);
            if (outcome.stopReason() == StopReason.CANCELLED) {
                throw interrupted(outcome.history().size());
            }
            return outcome;
        }
    }

    /** The page shows how the first member went. */
    private TrainingResult trainMembers(Training training, TrainingPlan plan, Table data, Onlookers onlookers) {
        int count = plan.experiment().ensemble().orElseThrow().members();
        try (FoldsProgress progress = new FoldsProgress(console, "members", count, System::nanoTime)) {
            TrainingListener last = progress.lastly(watched -> onlookers.listener("refit", watched));
            TrainingListener notice = new TargetNotice(console, plan.experiment(), new DataNotice(console).and(last));
            IntFunction<TrainingListener> watching =
                    member -> onlookers.listener("member-" + member, progress.listener(member));
            Optional<TrainingListener> first = page.map(one -> one.watching(watching.apply(1)));
            TrainingResult outcome = training.withListener(notice)
                    .withMembers(
                            member -> first.filter(listener -> member == 1).orElseGet(() -> watching.apply(member)),
                            progress::ended)
                    .run(data);
            if (outcome.stopReason() == StopReason.CANCELLED) {
                throw interruptedMembers(outcome.members().size());
            }
            return outcome;
        } catch (CancellationException e) {
            throw interruptedMembers(0);
        }
    }

    private Failure interruptedMembers(int complete) {
        String kept = outputs.checkpoint()
                .filter(checkpoint -> new MemberFiles(checkpoint.file()).areThere())
                .map(checkpoint -> "--resume " + checkpoint.file() + " continues from there")
                .orElse("nothing was written");
        return Failure.interrupted("interrupted after " + complete + " complete members; " + kept);
    }

    private Failure interrupted(int epochs) {
        String kept = outputs.checkpoint()
                .filter(checkpoint -> epochs > 0)
                .map(checkpoint -> "--resume " + checkpoint.file() + " continues from there")
                .orElse("nothing was written");
        return Failure.interrupted("interrupted after " + epochs + " complete epochs; " + kept);
    }

    private void write(TrainingResult outcome, Model model) throws IOException {
        if (outputs.model().isPresent()) {
            ModelFile.write(model, outputs.model().get(), registry);
        }
        if (outputs.history().isPresent()) {
            outputs.history().get().write(console, out -> HistoryCsv.write(outcome, out));
        }
        if (outputs.plot().isPresent()) {
            System.setProperty("java.awt.headless", "true"); // a terminal may have no display
            PlotFormat format = outputs.format().orElseThrow();
            outputs.plot().get().write(console, out -> new TrainingPlot(outcome).write(format, out));
        }
    }

    private String report(FinishedTraining finished, double seconds, boolean json, boolean stdoutTaken)
            throws IOException {
        TrainingReport report = new TrainingReport(
                finished.outcome(),
                finished.training(),
                finished.validation(),
                finished.experiment().data().weight(),
                seconds,
                outputs.model().map(Path::toString));
        if (stdoutTaken) {
            report.text().lines().forEach(console::tell);
        } else {
            console.print(json ? report.json() + "\n" : report.text());
        }
        if (outputs.model().isEmpty()) {
            console.tell("the model was not saved; --out FILE saves it");
        }
        return report.text();
    }

    private static Provenance provenance(TrainingPlan plan, Map<String, String> extra) {
        return provenance(plan.configuration(), extra);
    }

    /** What a model says of its making: now and here, by this configuration. */
    static Provenance provenance(String configuration, Map<String, String> extra) {
        return Provenance.builder()
                .extra(extra)
                .createdUtc(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .configuration(configuration)
                .javaVersion(System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")")
                .operatingSystem(System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"))
                .build();
    }
}
