// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.ContentOrder;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import dev.nn4j.io.ModelFile;
import dev.nn4j.tune.NamedSpace;
import dev.nn4j.tune.Tuning;
import dev.nn4j.tune.TuningResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Submitted training = Submitted.run(
                folder,
                "train",
                "--target",
                "diagnosis",
                "--preset",
                "best",
                "--set",
                "training.epochs=3",
                "--data",
                Measurements.DATA.toString(),
                "--report",
                folder.resolve("report.html").toString(),
                "--out",
                model.toString());
        assertThat(training.code()).as(training.err()).isZero();
        Experiment experiment = Starter.forData(Measurements.DATA, "diagnosis")
                .with(Preset.BEST)
                .configuration()
                .with(List.of(Setting.parse("training.epochs=3"), CONTENT))
                .experiment(ComponentRegistry.standard());
        assertSame(model, Training.of(experiment).run(table(experiment)).model());
        assertThat(training.err()).contains("member 2  epoch 3/3  loss ");
        assertThat(training.out()).contains("accuracy", "preset.nn");
        assertThat(folder.resolve("report.html")).content().contains("out-of-fold");
    }

    @Test
    void aSearchTrainsItsTrialsAsTasks() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), Measurements.CONFIGURATION);
        Path model = folder.resolve("found.nn");
        Submitted search = Submitted.run(
                folder,
                "tune",
                "--config",
                config.toString(),
                "--space",
                "small",
                "--trials",
                "4",
                "--data",
                Measurements.DATA.toString(),
                "--table",
                folder.resolve("trials.csv").toString(),
                "--out-config",
                folder.resolve("best.json").toString(),
                "--out",
                model.toString());
        assertThat(search.code()).as(search.err()).isZero();
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
    void whatIsOfOneNetworkIsRefusedForSeveral() throws Exception {
        Submitted refused = Submitted.run(
                folder,
                "train",
                "--target",
                "diagnosis",
                "--preset",
                "fast",
                "--checkpoint",
                "kept",
                "--data",
                Measurements.DATA.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("error: --checkpoint: is for networks that all executors train together");
    }
}
