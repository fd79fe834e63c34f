// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fitting.DataLint;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.Fold;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.io.Csv;
import dev.nn4j.io.CsvRows;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TableFile;
import dev.nn4j.io.TableReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is trained from a table file is, bit for bit, what is trained in memory. */
class StreamedTrainingTest {
    /** So many that the texts of a column overflow the dictionary, and words of rows lie outside the heap. */
    private static final int ROWS = 20_000;

    private static final Execution THREE_THREADS = new Execution(3, KernelChoice.SCALAR);

    @TempDir
    private Path folder;

    private Path csv;

    @BeforeEach
    void write() throws IOException {
        csv = MixedCsv.write(folder.resolve("mixed.csv"), ROWS);
    }

    private static Map<String, ExperimentBuilder> experiments() {
        Map<String, ExperimentBuilder> experiments = new LinkedHashMap<>();
        experiments.put(
                "three labels, weighted, with validation and early stopping",
                labels().weight("w")
                        .training(options -> options.validationFraction(0.2)
                                .classWeights(ClassWeights.balanced())
                                .labelSmoothing(0.1)
                                .schedule(new Schedules.Plateau("val_auc", 0.5, 0, 0, 0))
                                .earlyStopping(EarlyStopping.builder()
                                        .patience(1)
                                        .minDelta(0.5)
                                        .build())));
        experiments.put(
                "a number, its scaling fitted, by batch normalisation",
                MixedCsv.experiment()
                        .target("y")
                        .ignore("id", "w", "yes", "also", "kind")
                        .targetScaling(Scaling.STANDARD)
                        .dense(8, "identity")
                        .batchNormalization()
                        .activation("tanh")
                        .dense(1, "identity")
                        .loss("mean-squared-error"));
        experiments.put(
                "a number, scaled by medians and quartiles of what is there",
                MixedCsv.experiment()
                        .target("y")
                        .ignore("id", "w", "yes", "also", "kind")
                        .scaling(Scaling.ROBUST_SMOOTH)
                        .scaleCategories(true)
                        .column("flag", ColumnPlan.of(new FoundCategories(0, Unseen.ERROR, true)))
                        .targetScaling(Scaling.ROBUST)
                        .dense(8, "tanh")
                        .dense(1, "identity")
                        .loss("mean-squared-error"));
        experiments.put(
                "numbers embedded by waves, shares of an activation, a residual block",
                MixedCsv.experiment()
                        .target("y")
                        .ignore("id", "w", "yes", "also", "kind")
                        .layer(new PeriodicEmbeddingSpec())
                        .dense(8, "identity")
                        .layer(new ParametricSpec(Trainings.REGISTRY.activation("selu")))
                        .layerNormalization()
                        .residual(List.of(new ScaleSpec()))
                        .dense(1, "identity")
                        .loss("mean-squared-error"));
        experiments.put(
                "numbers embedded, of which 16384 rows tell the edges",
                MixedCsv.experiment()
                        .target("y")
                        .ignore("id", "w", "yes", "also", "kind")
                        .layer(new NumericEmbeddingSpec())
                        .layer(new ScaleSpec())
                        .layer(Trainings.dataDriven(8, "selu"))
                        .residual(List.of(Trainings.dataDriven(8, "identity"), new DropoutSpec(0.2)))
                        .layer(Trainings.dataDriven(1, "identity"))
                        .loss("mean-squared-error"));
        experiments.put(
                "categories embedded, some of them rare, some missing",
                MixedCsv.experiment()
                        .target("y")
                        .ignore("id", "w", "yes", "also", "kind")
                        .column(
                                "city",
                                ColumnPlan.of(new FoundCategories(5, Unseen.RARE, false, 4))
                                        .withMissing(MissingPolicy.OWN_CATEGORY))
                        .layer(new CategoryEmbeddingSpec())
                        .layer(new NumericEmbeddingSpec())
                        .dense(8, "selu")
                        .dense(1, "identity")
                        .loss("mean-squared-error"));
        experiments.put(
                "two yes-or-no targets",
                MixedCsv.experiment()
                        .target("yes", "also")
                        .ignore("id", "w", "kind", "y")
                        .dense(6, "relu")
                        .dropout(0.1)
                        .dense(2, "sigmoid")
                        .loss("binary-cross-entropy")
                        .decision(DecisionGoal.parse("f1"))
                        .training(options -> options.validationFraction(0.3)
                                .calibrate(true)
                                .earlyStopping(EarlyStopping.builder()
                                        .monitor(Monitor.VALIDATION_AUC)
                                        .build())));
        experiments.put(
                "schedules by step, rates by role, batches that suit the rows",
                labels().optimizer("adamw", 0.05)
                        .training(options -> options.batchSize(TrainingOptions.AUTO_BATCH)
                                .dropLast(true)
                                .fanInRates(true)
                                .biasRate(0.1)
                                .decayBiases(false)
                                .averageWeights(0.9)
                                .schedule(new StepSchedules.CosLog())
                                .decaySchedule(new StepSchedules.FlatCosine(0.25))));
        experiments.put(
                "an ensemble of folds, weighted",
                labels().weight("w")
                        .ensemble(Ensemble.ofFolds(3))
                        .training(options -> options.classWeights(ClassWeights.balanced())
                                .earlyStopping(
                                        EarlyStopping.builder().patience(1).build())));
        experiments.put(
                "validated by the latest rows",
                labels().time("y").training(options -> options.validationFraction(0.3)));
        experiments.put(
                "an ensemble of folds, no group in two", labels().group("w").ensemble(Ensemble.ofFolds(3)));
        experiments.put(
                "an ensemble of seeds, its target scaled",
                MixedCsv.experiment()
                        .target("y")
                        .ignore("id", "w", "yes", "also", "kind")
                        .targetScaling(Scaling.STANDARD)
                        .dense(4, "relu")
                        .dense(1, "identity")
                        .loss("mean-squared-error")
                        .ensemble(Ensemble.ofSeeds(2))
                        .training(options -> options.validationFraction(0.2)));
        experiments.put(
                "numbers alone, unscaled, unshuffled",
                Experiment.builder(Trainings.REGISTRY)
                        .target("y")
                        .ignore("id", "gap", "often", "city", "seen", "flag", "kind")
                        .dense(4, "relu")
                        .dense(1, "identity")
                        .loss("mean-squared-error")
                        .optimizer("adam", 0.01)
                        .training(options -> options.epochs(2).batchSize(50).shuffle(false)));
        return experiments;
    }

    private static ExperimentBuilder labels() {
        return MixedCsv.experiment()
                .target("kind")
                .ignore("id", "yes", "also", "y")
                .dense(8, "relu")
                .dense(3, "softmax")
                .loss("categorical-cross-entropy");
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameBits() {
        return experiments().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> compare(entry.getValue().build())));
    }

    private void compare(Experiment experiment) throws IOException {
        Table memory = Csv.read(csv, experiment::cellType);
        Table file = TableFile.convert(csv, experiment::cellType, folder.resolve("mixed.table"));
        Table temporary = temporary(experiment);
        assertThat(List.of(memory.isInMemory(), file.isInMemory(), temporary.isInMemory()))
                .containsExactly(true, false, false);
        assertThat(List.of(file.sha256(), temporary.sha256())).containsOnly(memory.sha256());

        TrainingResult expected =
                Training.of(experiment).withExecution(Trainings.ONE_THREAD).run(memory);
        TrainingResult streamed =
                Training.of(experiment).withExecution(THREE_THREADS).run(file);
        TrainingResult passing =
                Training.of(experiment).withExecution(Trainings.ONE_THREAD).run(temporary);

        for (TrainingResult outcome : List.of(streamed, passing)) {
            assertThat(bytes(outcome.model())).isEqualTo(bytes(expected.model()));
            assertThat(untimed(outcome)).isEqualTo(untimed(expected));
            assertThat(outcome.stopReason()).isEqualTo(expected.stopReason());
            assertThat(evaluations(outcome)).isEqualTo(evaluations(expected));
            assertThat(DataLint.of(outcome.model().schema(), outcome.training()))
                    .isEqualTo(DataLint.of(expected.model().schema(), expected.training()));
        }
    }

    /** The column that divides the rows is of a group, or of a time. */
    private static List<ExperimentBuilder> divided() {
        return List.of(labels().group("w"), labels().time("y"));
    }

    @ParameterizedTest
    @MethodSource("divided")
    void aTrainingGoesOnInTheOtherForm(ExperimentBuilder described) throws IOException {
        Experiment experiment = described
                .training(options -> options.epochs(6).validationFraction(0.2))
                .build();
        Table memory = Csv.read(csv, experiment::cellType);
        Table file = TableFile.convert(csv, experiment::cellType, folder.resolve("mixed.table"));
        byte[] expected = bytes(Training.of(experiment).run(memory).model());

        assertThat(bytes(resumed(stopped(experiment, memory), file))).isEqualTo(expected);
        assertThat(bytes(resumed(stopped(experiment, file), memory))).isEqualTo(expected);
    }

    @Test
    void validationDataMayBeInAnotherFormThanTrainingData() throws IOException {
        Experiment experiment = labels().build();
        Table memory = Csv.read(csv, experiment::cellType);
        Table file = TableFile.convert(csv, experiment::cellType, folder.resolve("mixed.table"));

        assertThat(bytes(
                        Training.of(experiment).withValidation(file).run(memory).model()))
                .isEqualTo(bytes(
                        Training.of(experiment).withValidation(memory).run(file).model()));
    }

    @Test
    void foldsOfAFileAreThoseOfMemory() throws IOException {
        Path few = MixedCsv.write(folder.resolve("few.csv"), 300);
        compareFolds(few, numbers().build());
        compareFolds(few, numbers().group("w").build());
        compareFolds(few, numbers().time("a").build());
    }

    private static ExperimentBuilder numbers() {
        return MixedCsv.experiment()
                .target("y")
                .ignore("id", "w", "yes", "also", "kind")
                .dense(4, "tanh")
                .dense(1, "identity")
                .loss("mean-squared-error");
    }

    private void compareFolds(Path few, Experiment experiment) throws IOException {
        CrossValidation validation = new CrossValidation(experiment, new Execution(2, KernelChoice.SCALAR));
        Table file = TableFile.convert(few, experiment::cellType, folder.resolve("few.table"));

        assertThat(validation.folds(file, 3).stream().map(Fold::evaluation))
                .isEqualTo(validation.folds(Csv.read(few, experiment::cellType), 3).stream()
                        .map(Fold::evaluation)
                        .toList());
    }

    private Table temporary(Experiment experiment) throws IOException {
        List<Path> told = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(csv)) {
            Table table = TableFile.read(rows, TableReading.of(experiment::cellType), 100_000, told::add);
            assertThat(told).containsExactly(Path.of(System.getProperty("java.io.tmpdir")));
            return table;
        }
    }

    private Checkpoint stopped(Experiment experiment, Table table) throws IOException {
        List<Checkpoint> kept = new ArrayList<>();
        Training.of(experiment)
                .withCheckpoints(1, kept::add)
                .withCancellation(() -> kept.size() == 3)
                .run(table);
        Path run = folder.resolve("run.checkpoint");
        CheckpointFile.write(kept.get(2), run, Trainings.REGISTRY);
        return CheckpointFile.read(run, Trainings.REGISTRY);
    }

    private static Model resumed(Checkpoint checkpoint, Table table) {
        return Training.resume(checkpoint)
                .withExecution(THREE_THREADS)
                .run(table)
                .model();
    }

    private byte[] bytes(Model model) throws IOException {
        Path file = folder.resolve("model.nn");
        ModelFile.write(model, file, Trainings.REGISTRY);
        return Files.readAllBytes(file);
    }

    private static List<Map<String, OptionalDouble>> evaluations(TrainingResult outcome) {
        Stream<Evaluation> own = Stream.concat(Stream.of(outcome.training()), outcome.validation().stream())
                .map(table -> Evaluation.of(outcome.model(), table));
        return Stream.concat(own, outcome.outOfFold().stream().map(Answers::evaluation))
                .map(Evaluation::figures)
                .toList();
    }

    private static List<EpochRecord> untimed(TrainingResult outcome) {
        return outcome.history().stream()
                .map(epoch -> EpochRecord.builder(epoch.epoch())
                        .loss(epoch.loss())
                        .accuracy(epoch.accuracy())
                        .validationLoss(epoch.validationLoss())
                        .validationAccuracy(epoch.validationAccuracy())
                        .learningRate(epoch.learningRate())
                        .seconds(0)
                        .build())
                .toList();
    }
}
