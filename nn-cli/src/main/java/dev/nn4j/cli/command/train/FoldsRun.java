// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.progress.DataNotice;
import dev.nn4j.cli.progress.FoldsProgress;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.TargetLint;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.Fold;
import dev.nn4j.report.FoldsReport;
import dev.nn4j.report.OutOfFoldCsv;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One cross-validation from files to a report. */
final class FoldsRun {
    private static final double NANOS = 1e9;

    private final Console console;
    private final Interruption interruption;
    private final Execution execution;
    private final ComponentRegistry registry;
    private final ConfigurationSource configuration;
    private final Source data;
    private final Outputs outputs;

    /** What is written, and who looks on. */
    record Outputs(Optional<Target> outOfFold, Optional<Target> page, Onlookers.Asked onlookers) {}

    FoldsRun(
            Console console,
            Interruption interruption,
            Execution execution,
            ComponentRegistry registry,
            ConfigurationSource configuration,
            Source data,
            Outputs outputs) {
        this.console = console;
        this.interruption = interruption;
        this.execution = execution;
        this.registry = registry;
        this.configuration = configuration;
        this.data = data;
        this.outputs = outputs;
    }

    /** Cross-validates, writes and reports; the report goes to stderr where stdout is taken. */
    void run(int count, int repeats, Changes changes, boolean json, boolean stdoutTaken) throws IOException {
        try {
            Experiment experiment = configuration.experiment(
                    configuration.reading().from(console), changes, registry, Optional.empty());
            Table table = data.table(console, experiment, execution.threads());
            requireRows(count, table);
            if (repeats > 1 && experiment.data().time().isPresent()) {
                throw Failure.usage("--repeats: folds by time (data.time) are the same each time; leave it out");
            }
            interruption.guard();
            long start = System.nanoTime();
            FoldsReport report;
            List<Fold> folds;
            try (Onlookers onlookers = outputs.onlookers().begin(console, experiment, data.name(), count * repeats)) {
                folds = folds(experiment, table, new Times(count, repeats), onlookers);
                report = new FoldsReport(folds, (System.nanoTime() - start) / NANOS);
                onlookers.ended(report.text());
            }
            if (outputs.outOfFold().isPresent()) {
                outputs.outOfFold().get().write(console, out -> OutOfFoldCsv.write(folds, table.rows(), out));
            }
            if (outputs.page().isPresent()) {
                outputs.page().get().write(console, report::writeHtml);
            }
            if (stdoutTaken) {
                report.text().lines().forEach(console::tell);
            } else {
                console.print(json ? report.json() + "\n" : report.text());
            }
        } catch (ConfigurationException e) {
            throw Failure.configuration(configuration.name(), e, changes.origin(e));
        } catch (CancellationException e) {
            throw Failure.interrupted("interrupted; nothing was written");
        }
    }

    private List<Fold> folds(Experiment experiment, Table table, Times times, Onlookers onlookers) {
        try (FoldsProgress progress = new FoldsProgress(console, times.all(), System::nanoTime)) {
            CrossValidation validation = new CrossValidation(
                            experiment, execution, progress::ended, interruption::isRequested)
                    .withListeners(fold -> onlookers.listener("fold-" + fold, progress.listener(fold)))
                    .withRepeats(times.repeats());
            return folds(validation, experiment, table, times);
        }
    }

    /** How many folds, how many times over. */
    private record Times(int folds, int repeats) {
        int all() {
            return folds * repeats;
        }
    }

    private List<Fold> folds(CrossValidation validation, Experiment experiment, Table table, Times times) {
        DataRoles roles = experiment.data();
        Table watched = roles.targetGaps()
                .in(table.withCancellation(Cancellation.when(interruption::isRequested)), roles.targets(), List.of());
        Schema schema = validation.schema(watched);
        new DataNotice(console).tell(schema, watched);
        TargetLint.of(experiment, schema, watched).forEach(console::warn);
        List<Fold> folds = validation.folds(table, times.folds());
        int left = table.rows() - watched.rows();
        if (folds.size() == times.all() && left > 0) {
            console.tell(left + " of " + table.rows() + " rows have no target and were left out");
        }
        if (folds.size() < times.all()) {
            throw Failure.interrupted("interrupted after " + folds.size() + " complete folds; nothing was written");
        }
        return folds;
    }

    private void requireRows(int count, Table table) {
        if (count > table.rows()) {
            throw Failure.usage("--folds: must be at most the number of rows of " + data.name() + ", " + table.rows()
                    + ", got " + count);
        }
    }
}
