// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.HistoryCsv;
import dev.nn4j.report.TrainingReport;
import dev.nn4j.spark.NeuralNetwork;
import dev.nn4j.spark.SparkEnsembles;
import dev.nn4j.spark.internal.StageFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trains on the cluster as a configuration says. */
final class TrainJob implements Job {
    private static final double NANOS = 1e9;

    private final Options options;
    private final PrintStream progress;
    private final int partitions;

    TrainJob(Options options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
        this.partitions = options.number("--partitions", 0);
        if (options.has("--repeats")) {
            throw new Options.UsageException("--repeats: there are no folds; add --folds K");
        }
        Described.check(options);
        if (!options.has("--config")) {
            refuseWhatAllExecutorsShare();
        }
    }

    /** Presets, ensembles and refit look at all rows again and again, which is done as on one machine. */
    private void refuseWhatAllExecutorsShare() {
        for (String name : List.of("--validation-indicator", "--checkpoint", "--partitions")) {
            if (options.has(name)) {
                throw new Options.UsageException(name + ": is for networks that all executors train together, not for"
                        + " presets, ensembles and refit, whose trainings are tasks; leave it out");
            }
        }
    }

    @Override
    public String run(SparkSession spark) throws IOException {
        Workplace place = new Workplace(spark, options, progress);
        Described described = Described.of(place, HoldOut.SUITABLE);
        Configuration configuration = described.configuration();
        Experiment experiment = configuration.experiment(ComponentRegistry.standard());
        long start = System.nanoTime();
        TrainingResult outcome = train(described.frame(), configuration, experiment);
        double seconds = (System.nanoTime() - start) / NANOS;
        Model model = made(outcome.model(), configuration);
        Answers training = answers(experiment, outcome, outcome.training());
        Optional<Answers> validation =
                outcome.outOfFold().or(() -> outcome.validation().map(rows -> answers(experiment, outcome, rows)));
        write(outcome, model, place.files());
        if (options.has("--report")) {
            new Page(described.data().toString(), options.one("--out").orElse("not saved"))
                    .write(place.files(), options.needed("--report"), model, experiment, outcome, seconds);
        }
        TrainingReport report = new TrainingReport(
                outcome,
                training.evaluation(),
                validation.map(Answers::evaluation),
                experiment.data().weight(),
                seconds,
                options.one("--out"));
        return options.has("--json") ? report.json() + "\n" : report.text();
    }

    /** What looks at all rows again and again is trained as on one machine, its networks as tasks. */
    private TrainingResult train(Dataset<Row> frame, Configuration configuration, Experiment experiment) {
        boolean several = experiment.ensemble().isPresent();
        if (!several && !experiment.options().refit() && options.has("--config")) {
            return network(experiment).train(frame);
        }
        refuseWhatAllExecutorsShare();
        int epochs = experiment.options().epochs();
        return SparkEnsembles.train(
                frame,
                ShippedExperiment.of(configuration),
                member -> member == 0
                        ? watching("", epochs)
                        : watching(
                                "member " + member + "  ",
                                experiment.ofMember(member).options().epochs()));
    }

    private TrainingListener watching(String whose, int epochs) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                progress.println(whose + line(epoch, epochs));
            }
        };
    }

    private NeuralNetwork network(Experiment experiment) {
        int epochs = experiment.options().epochs();
        return NeuralNetwork.of(experiment)
                .setValidationIndicatorCol(options.one("--validation-indicator").orElse(""))
                .setCheckpointDir(options.one("--checkpoint").orElse(""))
                .setPartitions(partitions)
                .withListener(watching("", epochs));
    }

    private static String line(EpochRecord epoch, int epochs) {
        String line = String.format(Locale.ROOT, "epoch %d/%d  loss %.4g", epoch.epoch(), epochs, epoch.loss());
        return epoch.validationLoss().isPresent()
                ? line
                        + String.format(
                                Locale.ROOT,
                                "  val_loss %.4g",
                                epoch.validationLoss().getAsDouble())
                : line;
    }

    private static Answers answers(Experiment experiment, TrainingResult outcome, Table rows) {
        return Evaluator.of(outcome.validatedModel())
                .weighingAs(experiment.data(), rows)
                .answers(rows);
    }

    private void write(TrainingResult outcome, Model model, StageFiles files) throws IOException {
        if (options.has("--out")) {
            files.write(options.needed("--out"), ModelFile.toBytes(model));
        } else {
            progress.println("the model was not saved; --out FILE saves it");
        }
        if (options.has("--history")) {
            ByteArrayOutputStream history = new ByteArrayOutputStream();
            HistoryCsv.write(outcome, history);
            files.write(options.needed("--history"), history.toByteArray());
        }
    }

    /** A model that says how it was made. */
    static Model made(Model model, Configuration configuration) {
        return model.withProvenance(Provenance.builder()
                .extra(model.provenance().extra())
                .createdUtc(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .configuration(configuration.canonical())
                .javaVersion(System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")")
                .operatingSystem(System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"))
                .build());
    }
}
