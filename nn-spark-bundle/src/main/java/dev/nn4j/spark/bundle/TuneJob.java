// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.TuningReport;
import dev.nn4j.spark.internal.StageFiles;
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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Searches for settings that do better, each trial a task. */
final class TuneJob implements Job {
    private static final int USUAL_TRIALS = 32;
    private static final double USUAL_SHARE = 0.2;
    private static final double NANOS = 1e9;

    private final Options options;
    private final PrintStream progress;
    private final int folds;
    private final int trials;
    private final double heldOut;
    private final Optional<Integer> seed;

    TuneJob(Options options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
        this.folds = options.number("--folds", 0);
        this.trials = options.number("--trials", USUAL_TRIALS);
        this.heldOut = options.share("--held-out", USUAL_SHARE);
        this.seed = options.has("--seed") ? Optional.of(options.number("--seed", 0)) : Optional.empty();
        Described.check(options);
    }

    @Override
    public String run(SparkSession spark) throws IOException {
        Workplace place = new Workplace(spark, options, progress);
        Described described = Described.of(place, HoldOut.ONCE);
        Configuration configuration = described.configuration().with(List.of(Setting.parse("training.order=content")));
        long start = System.nanoTime();
        TuningResult found = search(described.frame(), configuration, place.files());
        double seconds = (System.nanoTime() - start) / NANOS;
        write(found, place.files());
        TuningReport report = new TuningReport(found, seconds, options.one("--out"));
        return options.has("--json") ? report.json() + "\n" : report.text();
    }

    private TuningResult search(Dataset<Row> frame, Configuration configuration, StageFiles files) throws IOException {
        Experiment experiment = configuration.experiment(ComponentRegistry.standard());
        TrialStep.Shape shape = new TrialStep.Shape(configuration.canonical(), folds, heldOut);
        try (SentTable rows = SentTable.of(frame, experiment)) {
            return tuning(shape.tuning(), space(experiment, files))
                    .withTrainer(new TaskTrials(rows.context(), rows.table(), shape))
                    .run(rows.here());
        }
    }

    private Tuning tuning(Tuning plain, SearchSpace space) {
        Tuning tuning = plain.withTrials(trials).withSpace(space).withListener(new TuningListener() {
            @Override
            public void reached(TrialRecord record) {
                progress.println("trial " + record.trial() + "  rung " + record.rung() + "  epochs "
                        + record.epochs() + "  score "
                        + (record.score().isPresent() ? record.score().getAsDouble() : "none"));
            }
        });
        tuning = seed.isPresent() ? tuning.withSeed(seed.get()) : tuning;
        return options.has("--out") ? tuning : tuning.withoutModel();
    }

    private SearchSpace space(Experiment experiment, StageFiles files) throws IOException {
        String name = options.one("--space").orElse(NamedSpace.RECIPE.word());
        return NamedSpace.words().contains(name)
                ? NamedSpace.of(name).about(experiment)
                : SearchSpace.read(new ByteArrayInputStream(files.read(name)));
    }

    private void write(TuningResult found, StageFiles files) throws IOException {
        if (options.has("--out")) {
            files.write(
                    options.needed("--out"),
                    ModelFile.toBytes(TrainJob.made(found.model().orElseThrow(), found.configuration())));
        } else {
            progress.println("no model was made; --out FILE trains what was chosen on all rows and saves it");
        }
        if (options.has("--out-config")) {
            files.write(
                    options.needed("--out-config"),
                    (found.configuration().pretty() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (options.has("--table")) {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            found.table().write(table);
            files.write(options.needed("--table"), table.toByteArray());
        }
    }
}
