// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.core.validation.CrossValidation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** What Flight Recorder is told of trainings. */
class FlightTest {
    private static final int ROWS = 40;
    private static final int EPOCHS = 3;

    private static ExperimentBuilder described() {
        return Experiment.builder()
                .target("t")
                .dense(4, "tanh")
                .dense(1, "sigmoid")
                .loss("binary-cross-entropy")
                .optimizer("adam", 0.02)
                .training(options -> options.epochs(EPOCHS).batchSize(16).seed(5));
    }

    private static Table table() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            lines.add(row * 7 % ROWS + "," + (row % 3 == 0 ? "yes" : "no"));
        }
        return Tables.of(described().build()::cellType, "x,t", lines.toArray(new String[0]));
    }

    private static Execution twoThreads() {
        return new Execution(2, KernelChoice.SCALAR);
    }

    @Test
    void anEpochHasItsNumberRowsAndLosses() throws IOException {
        Experiment experiment = described()
                .training(options -> options.validationFraction(0.25))
                .build();
        List<TrainingResult> results = new ArrayList<>();
        Flown flown = Flown.during(() -> results.add(Training.of(experiment).run(table())));

        List<EpochRecord> history = results.get(0).history();
        assertThat(flown.values("Epoch", "epoch")).containsExactly(1, 2, 3);
        assertThat(flown.values("Epoch", "rows")).containsOnly(30L);
        assertThat(flown.values("Epoch", "loss"))
                .isEqualTo(history.stream().map(EpochRecord::loss).toList());
        assertThat(flown.values("Epoch", "validationLoss"))
                .isEqualTo(history.stream()
                        .map(epoch -> epoch.validationLoss().orElseThrow())
                        .toList());
        assertThat(flown.values("Validation", "epoch")).containsExactly(1, 2, 3);
        assertThat(flown.values("Validation", "rows")).containsOnly(10L);
        assertThat(flown.of("Epoch"))
                .extracting(RecordedEvent::getDuration)
                .allMatch(duration -> duration.compareTo(Duration.ZERO) > 0);
    }

    @Test
    void whereNothingIsValidatedThereIsNoValidationAndNoLossOfIt() throws IOException {
        Flown flown = Flown.during(() -> Training.of(described().build()).run(table()));

        assertThat(flown.of("Validation")).isEmpty();
        assertThat(flown.<Double>values("Epoch", "validationLoss"))
                .hasSize(EPOCHS)
                .allMatch(loss -> loss.isNaN());
    }

    @Test
    void stepsAreRecordedWhereThatIsAskedFor() throws IOException {
        Runnable work = () -> Training.of(described().build()).run(table());

        assertThat(Flown.during(work).of("Step")).isEmpty();

        Flown flown = Flown.during(work, recording -> recording.enable("dev.nn4j.Step"));
        assertThat(flown.values("Step", "epoch")).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(flown.values("Step", "step")).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3);
        assertThat(flown.values("Step", "rows")).containsExactly(16, 16, 8, 16, 16, 8, 16, 16, 8);
    }

    @Test
    void whatIsNotWantedIsNotRecorded() throws IOException {
        Flown flown = Flown.during(
                () -> Training.of(described().build()).run(table()), recording -> recording.disable("dev.nn4j.Epoch"));

        assertThat(flown.of("Epoch")).isEmpty();
        assertThat(flown.of("Preparation")).isNotEmpty();
    }

    @Test
    void aRecordingChangesNoBitOfTheTraining() throws IOException {
        List<TrainingResult> results = new ArrayList<>();
        Runnable work = () -> results.add(Training.of(described().build()).run(table()));
        work.run();
        Flown.during(work, recording -> recording.enable("dev.nn4j.Step"));

        assertThat(results.get(1).model().network().parameters())
                .containsExactly(results.get(0).model().network().parameters());
    }

    @Test
    void passesOverTheRowsBeforeAndAfterTheEpochsSayWhatTheyAreFor() throws IOException {
        Experiment experiment = described()
                .training(options -> options.validationFraction(0.25).profile(true))
                .build();
        Flown flown = Flown.during(() -> Training.of(experiment).run(table()));

        assertThat(flown.values("Preparation", "part"))
                .containsExactly("division", "statistics", "encoding", "encoding", "profile");
        assertThat(flown.values("Preparation", "rows")).containsExactly(40L, 30L, 30L, 10L, 30L);
    }

    @Test
    void theMembersOfAnEnsembleAreTold() throws IOException {
        Experiment experiment =
                described().ensemble(new Ensemble(Ensemble.Kind.SEEDS, 3)).build();
        Flown flown = Flown.during(
                () -> Training.of(experiment).withExecution(twoThreads()).run(table()));

        assertThat(flown.values("Network", "role")).containsExactly("member", "member", "member");
        assertThat(flown.values("Network", "number")).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(flown.values("Network", "epochs")).containsOnly(EPOCHS);
        assertThat(flown.of("Epoch")).hasSize(3 * EPOCHS);
    }

    @Test
    void theRowsOfAnEnsembleAreEncodedOnceForAllOfItsMembers() throws IOException {
        Experiment experiment =
                described().ensemble(new Ensemble(Ensemble.Kind.FOLDS, 3)).build();
        Flown flown = Flown.during(
                () -> Training.of(experiment).withExecution(twoThreads()).run(table()));

        assertThat(flown.values("Preparation", "part")).containsOnlyOnce("encoding");
    }

    @Test
    void foldsAreToldAndTheRowsThatTheyAnswer() throws IOException {
        Flown flown = Flown.during(() -> new CrossValidation(described().build(), twoThreads()).folds(table(), 4));

        assertThat(flown.values("Network", "role")).containsOnly("fold");
        assertThat(flown.values("Network", "number")).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(flown.<Long>values("Scoring", "rows").stream()
                        .mapToLong(rows -> rows)
                        .sum())
                .isEqualTo(ROWS);
    }

    /** Between two meetings a shard trains an epoch of its own, which is none of the training's. */
    @Test
    void shardsAreToldAndTheirEpochsAreNot() throws IOException {
        NetworkSpec spec = Architectures.inputs(4).dense(1, "sigmoid").spec();
        DataSet data = Rows.binary(3 * 4096, 4, 1);
        ComponentRegistry registry = ComponentRegistry.standard();
        NetworkTraining training = NetworkTraining.of(
                registry.loss("binary-cross-entropy"),
                registry.optimizer("adam"),
                0.01,
                TrainingOptions.builder().epochs(2).batchSize(64).shards(3).build());
        Flown flown = Flown.during(() -> training.run(Network.initialized(spec, 5), data));

        assertThat(flown.values("Epoch", "epoch")).containsExactly(1, 2);
        assertThat(Set.copyOf(flown.<String>values("Network", "role"))).containsExactly("shard");
        assertThat(Set.copyOf(flown.<Integer>values("Network", "number"))).isEqualTo(Set.of(1, 2, 3));
    }

    @Test
    void anEvaluationTellsWhatItAnswers() throws IOException {
        Table table = table();
        var model = Training.of(described().build()).run(table).model();
        Flown flown = Flown.during(() -> Evaluator.of(model).evaluation(table));

        assertThat(flown.values("Scoring", "source")).containsExactly(table.source());
        assertThat(flown.values("Scoring", "rows")).containsExactly((long) ROWS);
    }

    @Test
    void everyEventSaysWhatItIs() throws IOException {
        Flown flown = Flown.during(
                () -> Training.of(described()
                                .training(options -> options.validationFraction(0.25))
                                .build())
                        .run(table()),
                recording -> recording.enable("dev.nn4j.Step"));
        for (String name : List.of("Epoch", "Step", "Validation", "Preparation")) {
            RecordedEvent event = flown.of(name).get(0);
            assertThat(event.getEventType().getLabel()).isEqualTo(name);
            assertThat(event.getEventType().getDescription()).isNotBlank();
            assertThat(event.getEventType().getCategoryNames()).containsExactly("nn4j", "Training");
            assertThat(event.getStackTrace()).isNull();
        }
    }
}
