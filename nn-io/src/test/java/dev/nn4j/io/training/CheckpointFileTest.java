// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.GivenThresholds;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TensorDescription;
import dev.nn4j.io.internal.proto.Param;
import dev.nn4j.io.internal.proto.TrainingState;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.io.model.Forgery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints in files; the numbers are those of the list of bad input. */
class CheckpointFileTest {
    private static final int TRAINING = 5;
    private static final ComponentRegistry REGISTRY = Trainings.REGISTRY;

    @TempDir
    private Path folder;

    private Path file;
    private Experiment experiment;
    private Checkpoint checkpoint;

    /** One with everything that a state can have. */
    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("run.checkpoint");
        experiment = Trainings.everyRespect();
        checkpoint = Trainings.stopped(experiment, Trainings.table(experiment, 1));
        CheckpointFile.write(checkpoint, file, REGISTRY);
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Checkpoint read = CheckpointFile.read(file, REGISTRY);
        Path again = folder.resolve("again.checkpoint");
        CheckpointFile.write(read, again, REGISTRY);

        assertThat(read.experiment().settings()).isEqualTo(experiment.settings());
        assertThat(read.state().history()).isEqualTo(checkpoint.state().history());
        assertThat(read.state().plateau()).isEqualTo(checkpoint.state().plateau());
        assertThat(read.state().epochs()).isEqualTo(4);
        assertThat(read.data()).isEqualTo(checkpoint.data());
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aCheckpointOfATrainingThatStartedFromAModelKnowsIt() throws IOException {
        Table table = Trainings.table(experiment, 1);
        Training.of(experiment)
                .withInitial(checkpoint.model())
                .withCheckpoints(100, last -> checkpoint = last)
                .run(table);
        CheckpointFile.write(checkpoint, file, REGISTRY);

        assertThat(CheckpointFile.read(file, REGISTRY).experiment().layers()).isEmpty();
    }

    @Test
    void aCheckpointPredictsVerifiesAndIsDescribedAsAModelIs() throws IOException {
        float[] row = {0.25f, 0.75f};
        ModelDescription description = ModelFile.describe(file);

        assertThat(ModelFile.read(file, REGISTRY).predict(row).outputs())
                .isEqualTo(checkpoint.model().predict(row).outputs());
        assertThat(ModelFile.verify(file, REGISTRY).passed()).isTrue();
        assertThat(description.training().orElseThrow().epochs()).isEqualTo(4);
        assertThat(description.training().orElseThrow().optimizer().name()).isEqualTo("nadam");
        assertThat(description.tensors())
                .extracting(TensorDescription::toString)
                .containsExactly(
                        "l0/weight F32 [2, 6]",
                        "l0/bias F32 [6]",
                        "l2/weight F32 [6, 1]",
                        "l2/bias F32 [1]",
                        "pre/shift F32 [2]",
                        "pre/scale F32 [2]",
                        "golden/y F32 [5, 1]",
                        "opt/m F32 [25]",
                        "opt/v F32 [25]",
                        "opt/mu_product F64 []",
                        "opt/beta2_power F64 []",
                        "best/l0/weight F32 [2, 6]",
                        "best/l0/bias F32 [6]",
                        "best/l2/weight F32 [6, 1]",
                        "best/l2/bias F32 [1]",
                        "history F64 [4, 5]");
    }

    @Test
    void aModelOfATrainingHoldsNoneOfItsState() throws IOException {
        ModelFile.write(checkpoint.model().withProvenance(Provenance.none()), file, REGISTRY);

        assertThat(ModelFile.describe(file).training()).isEmpty();
    }

    @Test
    void case045_aModelIsNoCheckpoint() throws IOException {
        ModelFile.write(checkpoint.model(), file, REGISTRY);

        ModelFormatException refusal = refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_CHECKPOINT);
        assertThat(refusal)
                .hasMessage(file + ": is a model without the state of its training, no checkpoint; give a file that"
                        + " CheckpointFile wrote (--checkpoint), or start from its weights (--init)");
    }

    @Test
    void case047_optimizerStateOfAnotherShapeIsRefused() throws IOException {
        refuses(forgery().tensor(7, tensor -> tensor.setDims(0, 24)), "tensor 'opt/m' is expected as F32 [25], found");
        refuses(
                forgery().tensor(9, tensor -> tensor.addDims(1)),
                "tensor 'opt/mu_product' is expected as F64 [], found 'opt/mu_product' as F64 [1]");
        refuses(forgery().removeTensor(8), "tensor 'opt/v' is expected as F32 [25], found 'opt/mu_product'");
    }

    @Test
    void case047_stateThatTheOptimizerDoesNotHaveIsRefused() throws IOException {
        Forgery renamed = forgery().tensor(7, tensor -> tensor.setName("opt/n"));

        refuses(
                training(renamed, state -> state.setOptimizerArrays(0, "n")),
                "its training does not fit: optimizer state: nadam remembers [m, v] and [mu_product, beta2_power],"
                        + " the state holds [n, v] and [mu_product, beta2_power]");
    }

    @Test
    void aStateThatItsSettingsDoNotLeadToIsRefused() throws IOException {
        refuses(state -> state.clearOptimizer(), "training: there is no optimizer");
        refuses(state -> state.setEpoch(0), "training: epochs done must be in [1, 10], got 0");
        refuses(state -> state.setEpoch(-1), "training: epochs done must be in [1, 10], got 4294967295");
        refuses(state -> state.setGlobalStep(3), "training: 3 steps cannot make 4 epochs");
        refuses(
                state -> state.setGlobalStep(Long.MAX_VALUE),
                "training: 9223372036854775807 steps cannot make 4 epochs");
        refuses(state -> state.setGlobalStep(-1), "training: 18446744073709551615 steps cannot make 4 epochs");
        refuses(state -> state.setLearningRate(Double.NaN), "training: the learning rate must be finite and above 0");
        refuses(state -> state.setOptimizerArrays(1, "m"), "optimizer: its state 'm' is there twice");
        refuses(state -> state.setDataSha256(ByteString.EMPTY), "training: data_sha256 must have 32 bytes, has 0");
        refuses(state -> state.clearHistoryColumns(), "training: the history's columns must be [loss, accuracy,");
        refuses(state -> state.clearEarlyStop(), "training: early stopping has a rule and no state");
        refuses(
                state -> state.getEarlyStopBuilder().setWaited(9),
                "training: early stopping remembers what no training of 4 epochs leads to");
        refuses(
                state -> state.getEarlyStopBuilder().setMetric("loss"),
                "training: early stopping watches val_loss, its state is of 'loss'");
        refuses(state -> state.clearScheduleState(), "training: a plateau schedule's state is best, reductions and");
        refuses(state -> state.clearSchedule(), "training: its schedule has no state, the file holds one");
        refuses(state -> state.getScheduleBuilder().setId("fancy"), "schedule 'fancy' is unknown to this version");
    }

    @Test
    void twoTensorsOfOneNameAreRefused() throws IOException {
        refuses(forgery().layer(0, layer -> layer.setName("best/l2")), "tensor 'best/l2/weight' would be there twice");
    }

    @Test
    void aSettingThatIsMissingUnknownOrOutOfRangeIsRefused() throws IOException {
        Param unknown = Param.newBuilder().setName("training.zeal").setF64(1).build();

        refuses(state -> state.addRunConfig(unknown), "training: setting 'training.zeal' is unknown to this version");
        refuses(state -> state.removeRunConfig(index(state, "training.l1")), "setting training.l1 is missing");
        refuses(
                state -> state.getRunConfigBuilder(index(state, "training.l1")).setText("much"),
                "training: setting training.l1 must be a Double, got 'much'");
        refuses(
                state -> state.getRunConfigBuilder(index(state, "training.l1")).setF64(-1),
                "training: training.l1: must be at least 0, got -1.0");
    }

    @Test
    void anOptionOfLaterStandsInTheFileWhereItIsNotTheDefault() throws IOException {
        assertThat(settings(training()))
                .contains("training.l1", "training.earlyStopping.patience")
                .doesNotContain(
                        "training.labelSmoothing",
                        "training.earlyStopping.factor",
                        "training.biasRate",
                        "training.calibrate");

        Experiment smoothed = Trainings.experiment()
                .training(options -> options.labelSmoothing(0.1)
                        .refit(true)
                        .calibrate(true)
                        .validationFraction(0.3)
                        .earlyStopping(EarlyStopping.builder()
                                .factor(3)
                                .ties(EarlyStopping.Ties.LAST)
                                .build()))
                .build();
        Checkpoint stopped = Trainings.stopped(smoothed, Trainings.table(smoothed, 1));
        CheckpointFile.write(stopped, file, REGISTRY);

        assertThat(settings(training()))
                .contains(
                        "training.labelSmoothing",
                        "training.calibrate",
                        "training.earlyStopping.factor",
                        "training.earlyStopping.ties");
        assertThat(CheckpointFile.read(file, REGISTRY).experiment().settings()).isEqualTo(smoothed.settings());
    }

    @Test
    void theMeanOfTheLastWeightsStandsInTheFileAndGoesOn() throws IOException {
        Experiment averaging = Trainings.described()
                .dense(4, "tanh")
                .dense(1, "sigmoid")
                .training(options -> options.averageLast(0.75).warmUp(0.25))
                .build();
        Table table = Trainings.table(averaging, 1);
        CheckpointFile.write(Trainings.stopped(averaging, table), file, REGISTRY);
        Checkpoint read = CheckpointFile.read(file, REGISTRY);

        assertThat(read.experiment().settings()).isEqualTo(averaging.settings());
        assertThat(Training.resume(read).run(table).model().network().parameters())
                .isEqualTo(Training.of(averaging).run(table).model().network().parameters());
        int more = averaging.options().epochs() + 1;
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read.withEpochs(more))
                .withMessageContaining("on which the learning rates of the warmUp so far depend");
    }

    @Test
    void whatThresholdsAreToBeBestAtStandsInTheFile() throws IOException {
        Experiment decided = Trainings.experiment()
                .training(options -> options.validationFraction(0.3))
                .decision(DecisionGoal.parse("cost:1,5"))
                .build();
        Table table = Trainings.table(decided, 1);
        CheckpointFile.write(Trainings.stopped(decided, table), file, REGISTRY);

        assertThat(settings(training())).contains("decision.maximize");
        Checkpoint read = CheckpointFile.read(file, REGISTRY);
        assertThat(read.experiment().settings()).isEqualTo(decided.settings());
        assertThat(Training.resume(read).run(table).model().decision())
                .isEqualTo(Training.of(decided).run(table).model().decision());
        refuses(
                state -> state.getRunConfigBuilder(index(state, "decision.maximize"))
                        .setText("f2"),
                "training: decision: the goal must be f1");
    }

    @Test
    void givenThresholdsStandInTheFile() throws IOException {
        String label = Training.of(Trainings.experiment().build())
                .run(Trainings.table(Trainings.experiment().build(), 1))
                .model()
                .schema()
                .labels()
                .get(1);
        for (GivenThresholds given : List.of(GivenThresholds.at(0.2), GivenThresholds.at(Map.of(label, 0.3)))) {
            Experiment decided = Trainings.experiment().decision(given).build();
            Table table = Trainings.table(decided, 1);
            CheckpointFile.write(Trainings.stopped(decided, table), file, REGISTRY);

            Checkpoint read = CheckpointFile.read(file, REGISTRY);
            assertThat(read.experiment().settings()).isEqualTo(decided.settings());
            assertThat(Training.resume(read).run(table).model().decision()).isEqualTo(given.decision(List.of(label)));
        }
        refuses(
                state -> state.getRunConfigBuilder(index(state, "decision.at")).setF64(1.5),
                "training: decision: a threshold must be in [0, 1), got 1.5");
    }

    @Test
    void theMeanOfTheWeightsStandsInTheFile() throws IOException {
        Experiment averaging = Trainings.normalised()
                .training(options -> options.averageWeights(0.9)
                        .validationFraction(0.3)
                        .earlyStopping(EarlyStopping.builder().patience(7).build()))
                .build();
        Table table = Trainings.table(averaging, 1);
        Checkpoint stopped = Trainings.stopped(averaging, table);
        CheckpointFile.write(stopped, file, REGISTRY);
        Checkpoint read = CheckpointFile.read(file, REGISTRY);

        assertThat(read.state().average().orElseThrow().parameters())
                .isEqualTo(stopped.state().average().orElseThrow().parameters())
                .isNotEqualTo(read.state().network().parameters());
        assertThat(ModelFile.describe(file).tensors())
                .extracting(TensorDescription::name)
                .contains("average/l0/weight", "average/l1/mean", "best/l0/weight");
        assertThat(Training.resume(read).run(table).model().network().parameters())
                .isEqualTo(Training.of(averaging).run(table).model().network().parameters());
    }

    @Test
    void howCategoriesAreScaledAndSignedStandsInTheFile() throws IOException {
        Experiment signed = Trainings.experiment()
                .column("x", ColumnPlan.of(new FoundCategories(2, Unseen.ZEROS, true)))
                .scaling(Scaling.ROBUST_SMOOTH)
                .scaleCategories(true)
                .build();
        Checkpoint stopped = Trainings.stopped(signed, Trainings.rounded(signed, 1));
        CheckpointFile.write(stopped, file, REGISTRY);

        Checkpoint read = CheckpointFile.read(file, REGISTRY);
        assertThat(read.experiment().settings())
                .isEqualTo(signed.settings())
                .containsEntry("preprocessing.scaleCategories", true)
                .containsEntry("data.columns[0].binary", "signed");
        assertThat(read.model().inputScaler()).isEqualTo(stopped.model().inputScaler());
        assertThat(read.model().schema().inputNames()).containsExactly("x=1", "y");
    }

    @Test
    void theCourseOfATrainingStandsInTheFile() throws IOException {
        Experiment following = Trainings.experiment()
                .optimizer("adamw", 0.05)
                .training(options -> options.batchSize(TrainingOptions.AUTO_BATCH)
                        .dropLast(true)
                        .fanInRates(true)
                        .biasRate(0.1)
                        .decayBiases(false)
                        .frozen(1)
                        .schedule(new StepSchedules.CosLog(3))
                        .decaySchedule(new StepSchedules.FlatCosine(0.25))
                        .dropoutSchedule(new StepSchedules.OneCycle()))
                .build();
        CheckpointFile.write(Trainings.stopped(following, Trainings.table(following, 1)), file, REGISTRY);

        assertThat(settings(training()))
                .contains("training.frozen", "training.decaySchedule.flat", "training.dropoutSchedule.type")
                .doesNotContain("training.scaleRate");
        assertThat(CheckpointFile.read(file, REGISTRY).experiment().options()).isEqualTo(following.options());
    }

    @Test
    void whatIsWatchedGoesOnFromTheFileToTheSameBits() throws IOException {
        Experiment watching = Trainings.experiment()
                .training(options -> options.validationFraction(0.3)
                        .schedule(new Schedules.Plateau("val_f1", 0.5, 0, 0, 0))
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(Monitor.VALIDATION_AUC)
                                .patience(2)
                                .factor(1.5)
                                .ties(EarlyStopping.Ties.LAST)
                                .build()))
                .build();
        Table table = Trainings.table(watching, 1);
        TrainingResult whole = Training.of(watching).run(table);
        CheckpointFile.write(Trainings.stopped(watching, table), file, REGISTRY);

        TrainingResult resumed =
                Training.resume(CheckpointFile.read(file, REGISTRY)).run(table);

        assertThat(training().getHistoryColumnsList()).endsWith("learning_rate", "val_auc", "val_f1");
        assertThat(resumed.model().network().parameters())
                .isEqualTo(whole.model().network().parameters());
        assertThat(resumed.bestEpoch()).isEqualTo(whole.bestEpoch());
        assertThat(resumed.history())
                .extracting(EpochRecord::withoutTime)
                .isEqualTo(
                        whole.history().stream().map(EpochRecord::withoutTime).toList());
    }

    private TrainingState training() throws IOException {
        return TrainingState.parseFrom(forgery().section(TRAINING));
    }

    private static List<String> settings(TrainingState state) {
        return state.getRunConfigList().stream().map(Param::getName).toList();
    }

    @Test
    void aForeignOptimizerThatIsMissingIsNamedAndTheFileStillTold() throws IOException {
        experiment = Trainings.experiment().optimizer(Grudge.NAME, 0.1).build();
        CheckpointFile.write(Trainings.stopped(experiment, Trainings.table(experiment, 1)), file, REGISTRY);

        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> CheckpointFile.read(file))
                .withMessageContaining(file + ": needs optimizer 'acme:grudge' from ");
        assertThat(ModelFile.describe(file).training().orElseThrow().optimizer().name())
                .isEqualTo("acme:grudge");
        assertThat(ModelFile.read(file)).isNotNull();
    }

    private static int index(TrainingState.Builder state, String setting) {
        List<String> names =
                state.getRunConfigList().stream().map(Param::getName).toList();
        return names.indexOf(setting);
    }

    private void refuses(Consumer<TrainingState.Builder> change, String problem) throws IOException {
        refuses(training(forgery(), change), problem);
    }

    private void refuses(Forgery forgery, String problem) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, forgery.bytes());
        assertThat(refusal()).hasMessageStartingWith(file + ": ").hasMessageContaining(problem);
        Files.write(file, sound);
    }

    private static Forgery training(Forgery forgery, Consumer<TrainingState.Builder> change) throws IOException {
        TrainingState.Builder state = TrainingState.parseFrom(forgery.section(TRAINING)).toBuilder();
        change.accept(state);
        return forgery.set(TRAINING, state.build());
    }

    private Forgery forgery() throws IOException {
        return new Forgery(Files.readAllBytes(file));
    }

    private ModelFormatException refusal() {
        return catchThrowableOfType(ModelFormatException.class, () -> CheckpointFile.read(file, REGISTRY));
    }
}
