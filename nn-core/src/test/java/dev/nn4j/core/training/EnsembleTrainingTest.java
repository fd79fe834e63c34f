// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trainings that give several networks as one model. */
class EnsembleTrainingTest {
    private static final int ROWS = 97;
    private static final int MEMBERS = 4;
    private static final EarlyStopping PATIENT = EarlyStopping.builder()
            .monitor(Monitor.VALIDATION_LOSS)
            .patience(2)
            .restoreBest(true)
            .build();

    private static ExperimentBuilder described() {
        return Experiment.builder()
                .target("t")
                .scaling(Scaling.STANDARD)
                .dense(6, "tanh")
                .dense(3, "softmax")
                .loss("categorical-cross-entropy")
                .optimizer("adam", 0.02)
                .training(options -> options.epochs(6).batchSize(16).seed(5));
    }

    private static Experiment experiment(Ensemble.Kind kind) {
        return described()
                .ensemble(new Ensemble(kind, MEMBERS))
                .training(options -> options.validationFraction(kind == Ensemble.Kind.FOLDS ? 0 : 0.25)
                        .earlyStopping(PATIENT))
                .build();
    }

    /** Three classes that two numbers tell apart, but for some rows. */
    private static Table table() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double x = row * 37 % ROWS / 10.0;
            double y = row * 53 % ROWS / 20.0;
            lines.add(x + "," + y + "," + (row % 11 == 0 ? "a" : x + y > 8 ? "b" : y > 2 ? "c" : "a"));
        }
        return Tables.of(described().build()::cellType, "x,y,t", lines.toArray(new String[0]));
    }

    private static Execution threads(int threads) {
        return new Execution(threads, KernelChoice.AUTO);
    }

    private static List<float[]> parameters(TrainingResult result) {
        return result.model().networks().stream().map(Network::parameters).toList();
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(Ensemble.Kind kind) {
        TrainingResult alone =
                Training.of(experiment(kind)).withExecution(threads(1)).run(table());
        for (int count : new int[] {2, 3, 9}) {
            TrainingResult together =
                    Training.of(experiment(kind)).withExecution(threads(count)).run(table());
            assertThat(parameters(together)).usingRecursiveComparison().isEqualTo(parameters(alone));
            assertThat(together.model().golden()).isEqualTo(alone.model().golden());
            assertThat(together.outOfFold().map(Answers::evaluation))
                    .isEqualTo(alone.outOfFold().map(Answers::evaluation));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PACK")
    void oneModelHasAllMembersEachWithItsOwnBestEpoch(Ensemble.Kind kind) {
        TrainingResult result = Training.of(experiment(kind)).run(table());

        assertThat(result.model().members()).isEqualTo(MEMBERS);
        assertThat(result.members()).extracting(MemberResult::number).containsExactly(1, 2, 3, 4);
        assertThat(result.members())
                .extracting(MemberResult::seed)
                .doesNotHaveDuplicates()
                .startsWith(5L);
        for (MemberResult member : result.members()) {
            double best = member.history().stream()
                    .mapToDouble(epoch -> epoch.validationLoss().orElseThrow())
                    .min()
                    .orElseThrow();
            assertThat(member.history().get(member.bestEpoch() - 1).validationLoss())
                    .hasValue(best);
        }
        assertThat(result.history()).isEqualTo(result.members().get(0).history());
        assertThat(result.model().provenance().extra().get("ensemble"))
                .startsWith("4 networks ")
                .contains("kept epochs " + result.members().get(0).bestEpoch() + " of ");
        assertThat(parameters(result).get(0)).isNotEqualTo(parameters(result).get(1));
    }

    /** What each member is, by the parts of the engine that train one network. */
    @Test
    void aMemberOfSeedsIsTheNetworkThatItsSeedGivesAloneOnTheSameSplit() {
        TrainingResult ensemble = Training.of(experiment(Ensemble.Kind.SEEDS)).run(table());
        Experiment alone = described()
                .training(options -> options.validationFraction(0.25).earlyStopping(PATIENT))
                .build();
        TrainingResult one = Training.of(alone).run(table());

        assertThat(parameters(ensemble).get(0)).isEqualTo(one.model().network().parameters());
        assertThat(ensemble.validation().orElseThrow().rows())
                .isEqualTo(one.validation().orElseThrow().rows());
        for (MemberResult member : ensemble.members()) {
            Experiment seeded = alone.withOptions(alone.options().toBuilder()
                    .validationFraction(0)
                    .seed(member.seed())
                    .build());
            TrainingResult given = Training.of(seeded)
                    .withValidation(one.validation().orElseThrow())
                    .run(one.training());
            assertThat(parameters(ensemble).get(member.number() - 1))
                    .isEqualTo(given.model().network().parameters());
        }
    }

    @Test
    void everyRowOfFoldsIsAnsweredByTheMemberThatHasNotSeenIt() {
        TrainingResult result = Training.of(experiment(Ensemble.Kind.FOLDS)).run(table());
        Answers honest = result.outOfFold().orElseThrow();
        Model model = result.model();

        assertThat(result.training().rows()).isEqualTo(ROWS);
        assertThat(result.validation()).isEmpty();
        assertThat(honest.rows()).isEqualTo(ROWS);
        float[] raw = model.schema().rawRows(result.training());
        int[] answered = new int[MEMBERS];
        for (int row = 0; row < ROWS; row++) {
            for (int member = 0; member < MEMBERS; member++) {
                float[] own = new float[3];
                Model alone = model.member(member);
                alone.predict(Arrays.copyOfRange(raw, row * 2, row * 2 + 2), 1, own, alone.newScratch());
                answered[member] += Arrays.equals(own, honest.outputs(row)) ? 1 : 0;
            }
        }
        assertThat(answered).as("a fold each").contains(24, 25).doesNotContain(0);
        double loss = 0;
        for (MemberResult member : result.members()) {
            loss += answered[member.number() - 1]
                    * member.history()
                            .get(member.bestEpoch() - 1)
                            .validationLoss()
                            .orElseThrow();
        }
        assertThat(honest.loss()).as("the members' own, by their rows").isCloseTo(loss / ROWS, within(1e-6));
        assertThat(honest.evaluation()).isNotEqualTo(Evaluation.of(model, result.training()));
    }

    @Test
    void preprocessingIsFittedToAllRowsThatAreLearntFrom() {
        TrainingResult folds = Training.of(experiment(Ensemble.Kind.FOLDS)).run(table());
        Model all = Training.of(described().build()).run(table()).model();
        assertThat(folds.model().inputScaler()).isEqualTo(all.inputScaler());
        assertThat(folds.model().schema()).isEqualTo(all.schema());
    }

    @Test
    void listenersHearOfEachMemberAndOfThoseCompleteInOrder() {
        Set<String> epochs = new ConcurrentSkipListSet<>();
        List<Integer> finished = new ArrayList<>();
        List<Integer> prepared = new ArrayList<>();
        TrainingResult result = Training.of(experiment(Ensemble.Kind.SEEDS))
                .withExecution(threads(3))
                .withListener(new TrainingListener() {
                    @Override
                    public void dataPrepared(dev.nn4j.core.schema.Schema schema, Table training) {
                        prepared.add(training.rows());
                    }
                })
                .withMembers(
                        member -> new TrainingListener() {
                            @Override
                            public void epochEnded(EpochRecord epoch) {
                                epochs.add(member + "." + epoch.epoch());
                            }
                        },
                        member -> finished.add(member.number()))
                .run(table());
        assertThat(finished).containsExactly(1, 2, 3, 4);
        assertThat(prepared).containsExactly(result.training().rows());
        assertThat(epochs)
                .hasSize(result.members().stream()
                        .mapToInt(member -> member.history().size())
                        .sum());
    }

    @Test
    void cancelledItGivesTheMembersThatAreComplete() {
        AtomicBoolean stop = new AtomicBoolean();
        TrainingResult result = Training.of(experiment(Ensemble.Kind.FOLDS))
                .withExecution(threads(1))
                .withCancellation(stop::get)
                .withMembers(member -> TrainingListener.none(), member -> stop.set(member.number() == 2))
                .run(table());
        assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(result.model().members()).isEqualTo(2);
        assertThat(result.outOfFold()).isEmpty();

        assertThatThrownBy(() -> Training.of(experiment(Ensemble.Kind.FOLDS))
                        .withMembers(
                                member -> new TrainingListener() {
                                    @Override
                                    public boolean wantsBatches() {
                                        return true;
                                    }

                                    @Override
                                    public void batchEnded(BatchProgress progress) {
                                        stop.set(true);
                                    }
                                },
                                member -> {})
                        .withCancellation(stop::get)
                        .run(table()))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aMemberThatDivergesIsNamed() {
        Experiment wild = described()
                .ensemble(Ensemble.ofFolds(2))
                .optimizer("gradient-descent", 1e38)
                .build();
        assertThatThrownBy(() -> Training.of(wild).run(table()))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageStartingWith("member ");
    }

    @Test
    void whatAnEnsembleCannotHaveIsRefusedByName() {
        Training folds = Training.of(experiment(Ensemble.Kind.FOLDS));
        assertRefused(folds.withValidation(table()), "give no validation data");
        assertRefused(
                folds.withInitial(Training.of(described().build()).run(table()).model()), "starts all of its networks");
        assertRefused(Training.of(described().ensemble(Ensemble.ofFolds(98)).build()), "98 folds, there are 97");
        Model ensemble = folds.run(table()).model();
        assertThatThrownBy(() -> Training.of(described().layers(List.of()).build())
                        .withInitial(ensemble)
                        .run(table()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the model is an ensemble of 4");
        assertThatThrownBy(() -> described()
                        .ensemble(Ensemble.ofFolds(3))
                        .training(options -> options.validationFraction(0.2))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("training.validationFraction: must be 0 for an ensemble of folds");
        assertThatThrownBy(() -> Ensemble.ofSeeds(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leave the ensemble out for one network");
    }

    private static void assertRefused(Training training, String why) {
        assertThatThrownBy(() -> training.run(table()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("ensemble: ")
                .hasMessageContaining(why);
    }
}
