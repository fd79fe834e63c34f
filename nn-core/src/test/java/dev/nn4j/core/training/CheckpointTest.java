// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.TrainingState;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checkpoints of a training on a table: what they may go on as, and on which data. */
class CheckpointTest {
    private final Experiment experiment = builder().build();
    private final Table table = table(experiment, "5,5");
    private final Checkpoint checkpoint = checkpoint(experiment);

    private static ExperimentBuilder builder() {
        return Experiment.builder()
                .target("level")
                .scaling(Scaling.STANDARD)
                .dense(4, "tanh")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(4).batchSize(8));
    }

    private static Table table(Experiment experiment, String last) {
        List<String> rows = new ArrayList<>(IntStream.range(0, 19)
                .mapToObj(row -> row % 7 + "," + row % 5 + "," + (row % 7 + row % 5 > 5 ? "high" : "low"))
                .toList());
        rows.add(last + ",high");
        return Tables.of(experiment::cellType, "x,y,level", rows.toArray(String[]::new));
    }

    private Checkpoint checkpoint(Experiment of) {
        List<Checkpoint> kept = new ArrayList<>();
        Training.of(of).withCheckpoints(2, kept::add).run(table);
        return kept.get(0);
    }

    @Test
    void itGoesOnToTheModelOfATrainingWithoutAStop() {
        TrainingResult whole = Training.of(experiment).run(table);

        TrainingResult resumed = Training.resume(checkpoint).run(table);

        assertThat(resumed.model().network().parameters())
                .isEqualTo(whole.model().network().parameters());
        assertThat(resumed.model().golden()).isEqualTo(whole.model().golden());
    }

    @Test
    void moreEpochsGiveWhatThatManyWouldHaveGiven() {
        Experiment longer = builder().training(options -> options.epochs(7)).build();

        TrainingResult resumed = Training.resume(checkpoint.withEpochs(7)).run(table);

        assertThat(resumed.model().network().parameters())
                .isEqualTo(Training.of(longer).run(table).model().network().parameters());
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> checkpoint.withEpochs(1))
                .withMessage("training.epochs: must be at least 2, the epochs that the checkpoint has done, got 1");
    }

    @Test
    void moreEpochsAreRefusedWhereTheRatesSoFarDependOnTheirNumber() {
        Checkpoint cosine = checkpoint(builder()
                .training(options -> options.schedule(new Schedules.Cosine()))
                .build());

        assertThat(cosine.withEpochs(4)).isSameAs(cosine);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> cosine.withEpochs(5))
                .withMessage("training.epochs: must stay 4, on which the learning rates of the cosine schedule so far"
                        + " depend, got 5");

        Checkpoint dropping = checkpoint(builder()
                .training(options -> options.dropoutSchedule(new StepSchedules.FlatCosine()))
                .build());
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> dropping.withEpochs(5))
                .withMessage("training.epochs: must stay 4, on which the dropout rates of the dropoutSchedule so far"
                        + " depend, got 5");
    }

    @Test
    void aDescriptionMayDifferInItsEpochsOnly() {
        UnaryOperator<ExperimentBuilder> longer = same -> same.training(options -> options.epochs(9));

        assertThat(checkpoint
                        .goingOnAs(longer.apply(builder()).build())
                        .experiment()
                        .options()
                        .epochs())
                .isEqualTo(9);
        refuses(builder().scaling(Scaling.NONE), "preprocessing.scaling: must be that of the checkpoint, standard,");
        refuses(builder().ignore("x"), "data.ignore[0]: must be that of the checkpoint, nothing, got x");
        refuses(builder().optimizer("adam", 0.1), "optimizer.learningRate: must be that of the checkpoint, 0.05,");
        refuses(builder().optimizer("adamw", 0.05), "optimizer.type: must be that of the checkpoint, adam, got adamw");
        refuses(builder().loss("binary-cross-entropy").dense(1, "sigmoid"), "network.layers[2]: must be that of");
        refuses(
                builder().training(options -> options.classWeights(ClassWeights.given(Map.of("high", 2.0)))),
                "training.classWeights[0].label: must be that of the checkpoint, nothing, got high");
    }

    private void refuses(ExperimentBuilder described, String problem) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> checkpoint.goingOnAs(described.build()))
                .withMessageContaining(problem);
    }

    @Test
    void everyOptionIsASetting() {
        TrainingOptions all = TrainingOptions.builder()
                .classWeights(ClassWeights.balanced())
                .schedule(new Schedules.Step())
                .decaySchedule(new StepSchedules.FlatCosine())
                .dropoutSchedule(new StepSchedules.FlatCosine())
                .earlyStopping(EarlyStopping.defaults())
                .build();
        List<String> settings =
                List.copyOf(experiment.withOptions(all).settings().keySet());

        List<String> options = new ArrayList<>(optionsOf(TrainingOptions.class));
        assertThat(options.remove("values")).isTrue();
        TrainingOptions.declarations().forEach(option -> options.add(option.name()));
        assertThat(options)
                .hasSizeGreaterThan(10)
                .allSatisfy(option ->
                        assertThat(settings).anySatisfy(path -> assertThat(path).startsWith("training." + option)));
        assertThat(EarlyStopping.declarations())
                .hasSizeGreaterThan(3)
                .allSatisfy(option -> assertThat(settings).contains("training.earlyStopping." + option.name()));
    }

    /** What an object of the type keeps. */
    private static List<String> optionsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();
    }

    @Test
    void case111_otherDataAreRefusedUnlessTheyAreAllowed() {
        Table changed = table(experiment, "5,5.0001");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Training.resume(checkpoint).run(changed))
                .withMessage("data.csv:1:1: the training data differ from those of the checkpoint; give the same data,"
                        + " or allow changed ones (withChangedData in Java, --allow-changed-data)");
        assertThat(Training.resume(checkpoint).withChangedData().run(changed).history())
                .hasSize(4);
    }

    @Test
    void case111_validationDataThatCameOrChangedAreRefused() {
        List<Checkpoint> kept = new ArrayList<>();
        Training.of(experiment)
                .withValidation(table)
                .withCheckpoints(2, kept::add)
                .run(table);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> Training.resume(checkpoint).withValidation(table).run(table))
                .withMessageContaining("the checkpoint was made without validation data");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Training.resume(kept.get(0)).run(table))
                .withMessageContaining("the checkpoint was made with validation data, and none are given");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Training.resume(kept.get(0))
                        .withValidation(table(experiment, "0,0"))
                        .run(table))
                .withMessageContaining("the validation data differ from those of the checkpoint");
    }

    @Test
    void aDigestIsOfNamesAndCellsAndTheirOrder() {
        String digest = table.sha256();

        assertThat(table(experiment, "5,5").sha256()).isEqualTo(digest).matches("[0-9a-f]{64}");
        assertThat(table(experiment, "5,6").sha256()).isNotEqualTo(digest);
        assertThat(table.select(new int[] {1, 0}).sha256())
                .isNotEqualTo(table.select(new int[] {0, 1}).sha256());
        assertThat(Tables.of(experiment::cellType, "y,x,level", "1,2,a").sha256())
                .isNotEqualTo(
                        Tables.of(experiment::cellType, "x,y,level", "1,2,a").sha256());
    }

    @Test
    void aCheckpointWithAnotherNetworkIsRefused() {
        TrainingState state = checkpoint.state();
        Checkpoint other =
                checkpoint(builder().training(options -> options.seed(9)).build());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Checkpoint(
                        other.model(), experiment, state, new DataDigests(table.sha256(), Optional.empty())))
                .withMessage("checkpoint: the model and the state must have one network");
    }

    @Test
    void aResumedTrainingStartsFromNoModel() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Training.resume(checkpoint).withInitial(checkpoint.model()));
    }
}
