// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.TuningReport;
import dev.nn4j.spark.internal.rows.SentTable;
import dev.nn4j.tune.NamedSpace;
import dev.nn4j.tune.SearchSpace;
import dev.nn4j.tune.TrialRecord;
import dev.nn4j.tune.Tuning;
import dev.nn4j.tune.TuningListener;
import dev.nn4j.tune.TuningResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Searches for settings that do better, each trial a task. */
final class TuneJob {
    private static final double NANOS = 1e9;

    private final Options options;
    private final Workplace place;

    TuneJob(Workplace place) {
        this.options = place.options();
        this.place = place;
    }

    /** Gives the report. */
    String run() throws IOException {
        Described described = Described.of(place, HoldOut.ONCE);
        Configuration configuration = described.configuration().with(List.of(Setting.parse("training.order=content")));
        long start = System.nanoTime();
        TuningResult found = search(described.frame(), configuration);
        double seconds = (System.nanoTime() - start) / NANOS;
        write(found);
        TuningReport report = new TuningReport(found, seconds, options.one("--out"));
        return options.has("--json") ? report.json() + "\n" : report.text();
    }

    private TuningResult search(Dataset<Row> frame, Configuration configuration) throws IOException {
        Experiment experiment = configuration.experiment(ComponentRegistry.standard());
        TrialStep.Shape shape = new TrialStep.Shape(
                configuration.canonical(), options.number("--folds", 0), options.share("--held-out", 0.2));
        try (SentTable rows = SentTable.of(frame, experiment)) {
            return tuning(shape.tuning(), experiment)
                    .withTrainer(new TaskTrials(rows.context(), rows.table(), shape))
                    .run(rows.here());
        }
    }

    private Tuning tuning(Tuning plain, Experiment experiment) throws IOException {
        Tuning tuning = plain.withTrials(options.number("--trials", 32))
                .withSpace(space(experiment))
                .withListener(new TuningListener() {
                    @Override
                    public void reached(TrialRecord record) {
                        place.progress()
                                .println("trial " + record.trial() + "  rung " + record.rung() + "  epochs "
                                        + record.epochs() + "  score "
                                        + (record.score().isPresent()
                                                ? record.score().getAsDouble()
                                                : "none"));
                    }
                });
        tuning = options.has("--seed") ? tuning.withSeed(options.number("--seed", 0)) : tuning;
        return options.has("--out") ? tuning : tuning.withoutModel();
    }

    private SearchSpace space(Experiment experiment) throws IOException {
        String name = options.one("--space").orElse(NamedSpace.RECIPE.word());
        return NamedSpace.words().contains(name)
                ? NamedSpace.of(name).about(experiment)
                : SearchSpace.read(new ByteArrayInputStream(place.files().read(name)));
    }

    private void write(TuningResult found) throws IOException {
        if (options.has("--out")) {
            place.files()
                    .write(
                            options.needed("--out"),
                            ModelFile.toBytes(TrainJob.made(found.model().orElseThrow(), found.configuration())));
        } else {
            place.progress().println("no model was made; --out FILE trains what was chosen on all rows and saves it");
        }
        if (options.has("--out-config")) {
            place.files()
                    .write(
                            options.needed("--out-config"),
                            (found.configuration().pretty() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (options.has("--table")) {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            found.table().write(table);
            place.files().write(options.needed("--table"), table.toByteArray());
        }
    }
}
