// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.validation.Fold;
import dev.nn4j.report.FoldsReport;
import dev.nn4j.spark.SparkFolds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.SparkSession;

/** Cross-validates, each fold a task. */
final class FoldsJob implements Job {
    private static final double NANOS = 1e9;
    private static final int FEWEST = 2;

    private final Options options;
    private final PrintStream progress;
    private final int folds;
    private final int repeats;

    /** Refuses too few folds, and options that mean nothing beside them. */
    FoldsJob(Options options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
        this.folds = atLeast(FEWEST, "--folds");
        this.repeats = atLeast(1, "--repeats");
        refuse(
                List.of("--out", "--history", "--checkpoint", "--partitions"),
                "is of one training, and --folds trains " + folds
                        + " models and keeps none; train without --folds for it");
        refuse(
                List.of("--validation-indicator"),
                "would let a model see rows that it is measured on, or measure it on others; leave it out with --folds");
        Described.check(options);
    }

    private int atLeast(int least, String name) {
        int given = options.number(name, least);
        if (given < least) {
            throw new Options.UsageException(name + ": must be at least " + least + ", got " + given);
        }
        return given;
    }

    private void refuse(List<String> names, String reason) {
        for (String name : names) {
            if (options.has(name)) {
                throw new Options.UsageException(name + ": " + reason);
            }
        }
    }

    @Override
    public String run(SparkSession spark) throws IOException {
        Workplace place = new Workplace(spark, options, progress);
        Described described = Described.of(place, HoldOut.SUITABLE);
        if (repeats > 1 && isByTime(described)) {
            throw new Options.UsageException(
                    "--repeats: folds by time (data.time) are the same each time; leave it out");
        }
        long start = System.nanoTime();
        List<Fold> trained = SparkFolds.folds(
                described.frame(),
                ShippedExperiment.of(described.configuration()),
                folds,
                repeats,
                fold -> progress.println(line(fold)));
        FoldsReport report = new FoldsReport(trained, (System.nanoTime() - start) / NANOS);
        if (options.has("--report")) {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            report.writeHtml(page);
            place.files().write(options.needed("--report"), page.toByteArray());
        }
        return options.has("--json") ? report.json() + "\n" : report.text();
    }

    private static boolean isByTime(Described described) {
        return described
                .configuration()
                .experiment(ComponentRegistry.standard())
                .data()
                .time()
                .isPresent();
    }

    private String line(Fold fold) {
        Map<String, OptionalDouble> figures = fold.evaluation().figures();
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "fold %d/%d  epochs %d", fold.number(), folds * repeats, fold.epochs()));
        for (String name : List.of("loss", "accuracy", "r2")) {
            figures.getOrDefault(name, OptionalDouble.empty())
                    .ifPresent(figure -> line.append(String.format(Locale.ROOT, "  %s %.4g", name, figure)));
        }
        return line.toString();
    }
}
