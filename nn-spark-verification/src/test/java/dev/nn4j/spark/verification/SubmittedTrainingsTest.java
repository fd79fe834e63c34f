// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.ContentOrder;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.Fold;
import dev.nn4j.io.Csv;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.FoldsReport;
import dev.nn4j.tune.NamedSpace;
import dev.nn4j.tune.Tuning;
import dev.nn4j.tune.TuningResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** spark-submit trains by a preset and searches; networks are trained as tasks, to the bits of one machine. */
class SubmittedTrainingsTest {
    private static final Setting CONTENT = Setting.parse("training.order=content");

    @TempDir
    private Path folder;

    @BeforeAll
    static void assumeSpark() {
        SparkVersion.assumeThatItRuns();
    }

    private static Table table(Experiment experiment) throws IOException {
        return Csv.read(Measurements.DATA, experiment::cellType);
    }

    private static void assertSame(Path file, Model expected) throws IOException {
        assertThat(parameters(ModelFile.read(file))).isDeepEqualTo(parameters(expected));
    }

    private static float[][] parameters(Model model) {
        return model.networks().stream().map(Network::parameters).toArray(float[][]::new);
    }

    @Test
    void aPresetIsTrainedFoldByFold() throws Exception {
        Path model = folder.resolve("preset.nn");
        Submitted training = Submitted.onMeasurements(
                        folder,
                        "train",
                        "--target",
                        "diagnosis",
                        "--preset",
                        "best",
                        "--set",
                        "training.epochs=1",
                        "--report",
                        folder.resolve("report.html"),
                        "--out",
                        model)
                .withoutFault();
        Experiment experiment = Starter.forData(Measurements.DATA, "diagnosis")
                .with(Preset.BEST)
                .configuration()
                .with(List.of(Setting.parse("training.epochs=1"), CONTENT))
                .experiment(ComponentRegistry.standard());
        assertSame(model, Training.of(experiment).run(table(experiment)).model());
        assertThat(training.err()).contains("member 2  epoch 1/1  loss ");
        assertThat(training.out()).contains("accuracy", "preset.nn");
        assertThat(folder.resolve("report.html")).content().contains("out-of-fold");
    }

    @Test
    void aSearchTrainsItsTrialsAsTasks() throws Exception {
        Path model = folder.resolve("found.nn");
        Submitted search = Submitted.onMeasurements(
                        folder,
                        "tune",
                        "--config",
                        Measurements.configurationIn(folder),
                        "--space",
                        "small",
                        "--trials",
                        "4",
                        "--table",
                        folder.resolve("trials.csv"),
                        "--out-config",
                        folder.resolve("best.json"),
                        "--out",
                        model)
                .withoutFault();
        TuningResult alone = searched();
        assertSame(model, alone.model().orElseThrow());
        assertThat(search.out()).contains("setting", "rows held out", "found.nn");
        assertThat(folder.resolve("trials.csv"))
                .content()
                .hasLineCount(1 + alone.table().records().size());
        assertThat(folder.resolve("best.json"))
                .content()
                .isEqualTo(alone.configuration().pretty() + "\n");
    }

    private static TuningResult searched() throws IOException {
        Configuration configuration =
                Configuration.parse(Measurements.CONFIGURATION).with(List.of(CONTENT));
        Experiment experiment = configuration.experiment(ComponentRegistry.standard());
        Table rows = table(experiment);
        Table ordered = rows.select(ContentOrder.of(
                        rows,
                        column -> !experiment.cellType(column).isSkipped(),
                        experiment.options().seed())
                .rows());
        return Tuning.of(configuration)
                .withSpace(NamedSpace.SMALL.about(experiment))
                .withTrials(4)
                .run(ordered);
    }

    @Test
    void foldsAreTrainedAsTasksAndReportedAsOneMachineDoes() throws Exception {
        Submitted validation = Submitted.onMeasurements(
                        folder,
                        "train",
                        "--config",
                        Measurements.configurationIn(folder),
                        "--folds",
                        "3",
                        "--repeats",
                        "2",
                        "--report",
                        folder.resolve("folds.html"),
                        "--json")
                .withoutFault();
        Experiment experiment = Configuration.parse(Measurements.CONFIGURATION)
                .with(List.of(CONTENT))
                .experiment(ComponentRegistry.standard());
        List<Fold> alone = new CrossValidation(experiment, Execution.defaults())
                .withRepeats(2)
                .folds(table(experiment), 3);
        assertThat(withoutSeconds(validation.out())).isEqualTo(withoutSeconds(new FoldsReport(alone, 0).json() + "\n"));
        assertThat(validation.err()).contains("fold 1/6  epochs 3  loss ", "fold 6/6  epochs 3  loss ");
        assertThat(folder.resolve("folds.html")).content().contains("6 folds", "accuracy");
    }

    private static String withoutSeconds(String report) {
        return report.replaceAll("\"seconds\": [0-9.E-]+", "");
    }

    @Test
    void whatIsOfOneNetworkIsRefusedForSeveral() throws Exception {
        assertRefused("--checkpoint: is for networks that all executors train together", "--checkpoint", "kept");
        assertRefused("--checkpoint: is of one training, and --folds", "--checkpoint", "kept", "--folds", "3");
    }

    private void assertRefused(String reason, Object... options) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("train", "--target", "diagnosis", "--preset", "fast"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--data", Measurements.DATA));
        Submitted.failing(folder, arguments.toArray()).refused(reason);
    }
}
