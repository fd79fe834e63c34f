// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Draw;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Trainings of packs: members that draw, leave and are chosen. */
class PackTrainingTest {
    private static final int ROWS = 120;
    private static final int EPOCHS = 15;
    private static final List<Draw> DRAWS = List.of(
            Draw.logBetween("optimizer.learningRate", 0.001, 0.1),
            Draw.among("network.layers[*].outputDim", List.of(3, 6, 9)));

    private static ExperimentBuilder described() {
        return Experiment.builder()
                .target("t")
                .scaling(Scaling.STANDARD)
                .dense(6, "tanh")
                .dense(3, "softmax")
                .loss("categorical-cross-entropy")
                .optimizer("adam", 0.01)
                .training(options -> options.epochs(EPOCHS)
                        .batchSize(16)
                        .seed(5)
                        .validationFraction(0.25)
                        .earlyStopping(EarlyStopping.builder().patience(9).build()));
    }

    private static Experiment pack(Ensemble.Choice choice) {
        return described()
                .ensemble(new Ensemble(Ensemble.Kind.PACK, 8, choice, Optional.of(DRAWS)))
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

    private static Training on(Experiment experiment, int threads) {
        return Training.of(experiment).withExecution(new Execution(threads, KernelChoice.AUTO));
    }

    private static List<float[]> parameters(TrainingResult result) {
        return result.model().networks().stream().map(Network::parameters).toList();
    }

    private static double loss(Model model, Table rows) {
        return Evaluation.of(model, rows).figures().get("loss").orElseThrow();
    }

    @Test
    void threadsChangeNeitherMembersNorChoice() {
        TrainingResult alone = on(pack(Ensemble.Choice.GREEDY), 1).run(table());
        for (int threads : new int[] {2, 3}) {
            TrainingResult together = on(pack(Ensemble.Choice.GREEDY), threads).run(table());
            assertThat(parameters(together)).usingRecursiveComparison().isEqualTo(parameters(alone));
            assertThat(together.model().provenance()).isEqualTo(alone.model().provenance());
            assertThat(together.otherMembers())
                    .extracting(MemberResult::number)
                    .isEqualTo(alone.otherMembers().stream()
                            .map(MemberResult::number)
                            .toList());
        }
    }

    /** Pauses at milestones and the company of others change nothing. */
    @Test
    void aMemberIsTheNetworkThatItsExperimentGivesAlone() {
        TrainingResult chosen = on(pack(Ensemble.Choice.GREEDY), 2).run(table());
        TrainingResult all = on(pack(Ensemble.Choice.ALL), 2).run(table());
        assertThat(all.members()).hasSize(8);
        assertThat(all.otherMembers()).isEmpty();
        for (int i = 0; i < chosen.members().size(); i++) {
            MemberResult member = chosen.members().get(i);
            Experiment own = pack(Ensemble.Choice.ALL).ofMember(member.number());
            TrainingResult given = Training.of(own.withOptions(own.options().toBuilder()
                            .validationFraction(0)
                            .seed(member.seed())
                            .build()))
                    .withValidation(chosen.validation().orElseThrow())
                    .run(chosen.training());
            assertThat(parameters(chosen).get(i))
                    .isEqualTo(parameters(all).get(member.number() - 1))
                    .isEqualTo(given.model().network().parameters());
            assertThat(member.history())
                    .allSatisfy(epoch -> assertThat(epoch.seconds()).isPresent());
        }
    }

    @Test
    void thoseBehindLeaveAtMilestonesAndTheBestTogetherAreChosen() {
        TrainingResult result = on(pack(Ensemble.Choice.GREEDY), 2).run(table());
        List<MemberResult> everyone = new ArrayList<>(result.members());
        everyone.addAll(result.otherMembers());
        assertThat(everyone).extracting(MemberResult::number).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(everyone.stream().filter(one -> one.history().size() == 1)).hasSize(2);
        assertThat(everyone.stream().filter(one -> one.history().size() == 3)).hasSize(1);
        assertThat(everyone.stream().filter(one -> one.history().size() == 7)).hasSize(1);
        assertThat(result.otherMembers())
                .filteredOn(one -> one.history().size() <= 7)
                .allSatisfy(one -> assertThat(one.stopReason()).isEqualTo(StopReason.LEFT));
        assertThat(everyone.stream().filter(one -> one.number() == 1))
                .allSatisfy(one -> assertThat(one.drawn()).isEmpty());

        Table rows = result.validation().orElseThrow();
        assertThat(result.members().size()).isEqualTo(result.model().members());
        double mean = 0;
        for (int i = 0; i < result.members().size(); i++) {
            mean += loss(result.model().member(i), rows) / result.members().size();
        }
        assertThat(loss(result.model(), rows)).isLessThanOrEqualTo(mean);
        for (MemberResult one : result.members()) {
            assertThat(one.monitor()).isEqualTo(Monitor.VALIDATION_LOSS);
            assertThat(one.score())
                    .isEqualTo(one.history().get(one.bestEpoch() - 1).validationLoss());
        }
        assertThat(result.model().provenance().extra())
                .containsKey("ensemble member " + result.members().get(0).number())
                .hasEntrySatisfying(
                        "ensemble",
                        text -> assertThat(text)
                                .contains("of a pack of 8 that differ")
                                .endsWith("left early; kept epochs "
                                        + String.join(
                                                ", ",
                                                result.members().stream()
                                                        .map(one -> one.bestEpoch() + " of "
                                                                + one.history().size())
                                                        .toList())))
                .hasEntrySatisfying(
                        "ensemble figures", text -> assertThat(text).startsWith(rows.rows() + " validation rows"));
    }

    @Test
    void otherScoresChooseToo() {
        for (Monitor monitor : List.of(
                Monitor.VALIDATION_ACCURACY,
                Monitor.VALIDATION_AUC,
                Monitor.VALIDATION_F1,
                Monitor.VALIDATION_LOG_LOSS,
                Monitor.VALIDATION_CALIBRATED_LOSS)) {
            Experiment watching = described()
                    .training(options -> options.earlyStopping(
                            EarlyStopping.builder().monitor(monitor).patience(9).build()))
                    .ensemble(Ensemble.ofPack(4, DRAWS))
                    .build();
            TrainingResult result = on(watching, 2).run(table());
            assertThat(result.members())
                    .as(monitor.word())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.score()).isPresent());
            if (monitor == Monitor.VALIDATION_ACCURACY) {
                List<Double> others = result.otherMembers().stream()
                        .filter(one -> one.stopReason() != StopReason.LEFT)
                        .map(one -> one.score().orElseThrow())
                        .toList();
                assertThat(result.members())
                        .anySatisfy(one -> assertThat(others)
                                .allSatisfy(other ->
                                        assertThat(one.score().orElseThrow()).isGreaterThanOrEqualTo(other)));
            }
        }
    }

    @Test
    void whoDivergesLeavesAndTheOthersGoOn() {
        Draw wild = Draw.among("optimizer.learningRate", List.of(0.01, 1e38));
        Experiment experiment = described()
                .optimizer("gradient-descent", 0.01)
                .ensemble(Ensemble.ofPack(8, List.of(wild)))
                .build();
        TrainingResult result = on(experiment, 2).run(table());
        assertThat(result.otherMembers())
                .filteredOn(one -> one.stopReason() == StopReason.DIVERGED)
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.drawn()).containsEntry("optimizer.learningRate", 1e38);
                    assertThat(one.bestEpoch()).isZero();
                    assertThat(one.score()).isEmpty();
                });
        Experiment allWild = described()
                .optimizer("gradient-descent", 1e38)
                .ensemble(Ensemble.ofPack(2, List.of()))
                .build();
        assertThatThrownBy(() -> on(allWild, 2).run(table()))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageStartingWith("member 1");
    }

    @Test
    void cancelledBeforeTheChoiceItHasNoModel() {
        AtomicInteger epochs = new AtomicInteger();
        Training training = on(pack(Ensemble.Choice.GREEDY), 2)
                .withMembers(
                        member -> new TrainingListener() {
                            @Override
                            public void epochEnded(EpochRecord epoch) {
                                epochs.incrementAndGet();
                            }
                        },
                        member -> {})
                .withCancellation(() -> epochs.get() > 30);
        assertThatThrownBy(() -> training.run(table())).isInstanceOf(CancellationException.class);
    }

    @Test
    void withoutRowsToCompareOnItIsRefused() {
        Experiment blind = described()
                .training(options -> options.validationFraction(0)
                        .earlyStopping(
                                EarlyStopping.builder().monitor(Monitor.LOSS).build()))
                .ensemble(Ensemble.ofPack(3))
                .build();
        assertThatThrownBy(() -> on(blind, 1).run(table()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "ensemble: of a pack compares its networks on rows that none of them learns from")
                .hasMessageContaining("set training.validationFraction, or give validation data");
        assertThat(on(blind, 1).withValidation(table()).run(table()).members()).isNotEmpty();
    }
}
