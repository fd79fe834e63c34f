// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.config.Setting;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.progress.DataNotice;
import dev.nn4j.cli.progress.FoldLine;
import dev.nn4j.cli.report.FoldsReport;
import dev.nn4j.cli.report.OutOfFoldCsv;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.CrossValidation;
import dev.nn4j.core.training.Experiment;
import dev.nn4j.core.training.Fold;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One cross-validation from files to a report. */
final class FoldsRun {
    private static final double NANOS = 1e9;

    private final Console console;
    private final Interruption interruption;
    private final Execution execution;
    private final ConfigurationSource configuration;
    private final Source data;
    private final Optional<Target> outOfFold;

    FoldsRun(
            Console console,
            Interruption interruption,
            Execution execution,
            ComponentRegistry registry,
            Source configuration,
            Source data,
            Optional<Target> outOfFold) {
        this.console = console;
        this.interruption = interruption;
        this.execution = execution;
        this.configuration = new ConfigurationSource(console, configuration, registry);
        this.data = data;
        this.outOfFold = outOfFold;
    }

    /** Cross-validates, writes and reports; the report goes to stderr where stdout is taken. */
    void run(int count, List<String> targets, List<Setting> settings, boolean json, boolean stdoutTaken)
            throws IOException {
        try {
            Experiment experiment = configuration.experiment(configuration.read(targets, settings), Optional.empty());
            Table table = data.table(console, experiment);
            requireRows(count, table);
            interruption.guard();
            long start = System.nanoTime();
            List<Fold> folds = folds(experiment, table, count);
            FoldsReport report = new FoldsReport(folds, (System.nanoTime() - start) / NANOS);
            if (outOfFold.isPresent()) {
                outOfFold.get().write(console, out -> OutOfFoldCsv.write(folds, out));
            }
            if (stdoutTaken) {
                report.table().lines().forEach(console::tell);
            } else {
                console.print(json ? report.json().pretty() + "\n" : report.table());
            }
        } catch (ConfigurationException e) {
            throw Failure.configuration(configuration.source().name(), e);
        }
    }

    private List<Fold> folds(Experiment experiment, Table table, int count) {
        CrossValidation validation = new CrossValidation(
                experiment, execution, fold -> console.tell(FoldLine.of(fold, count)), interruption::isRequested);
        new DataNotice(console).tell(validation.schema(table), table);
        List<Fold> folds = validation.folds(table, count);
        if (folds.size() < count) {
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
