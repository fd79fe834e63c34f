// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Draw;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Members that are trained elsewhere: as here, to the bit. */
class MemberTrainerTest {
    private static final int ROWS = 80;
    private static final Draw RATES = Draw.logBetween("optimizer.learningRate", 0.001, 0.1);

    private static Experiment experiment(Ensemble ensemble, boolean refit) {
        return experiment(ensemble, refit, 0.05);
    }

    private static Experiment experiment(Ensemble ensemble, boolean refit, double rate) {
        boolean folds = ensemble.kind() == Ensemble.Kind.FOLDS;
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .dense(8, "tanh")
                .dropout(0.1)
                .dense(1, "sigmoid")
                .loss("binary-cross-entropy")
                .optimizer("adam", rate)
                .ensemble(ensemble)
                .training(options -> options.epochs(16)
                        .batchSize(8)
                        .seed(3)
                        .validationFraction(folds ? 0 : 0.25)
                        .calibrate(folds)
                        .refit(refit)
                        .earlyStopping(EarlyStopping.builder().patience(4).build()))
                .build();
    }

    private static Table table() {
        float[] numbers = Rows.numbers(ROWS * 2, 11);
        Experiment reading = experiment(Ensemble.ofFolds(3), false);
        return Tables.of(
                reading::cellType,
                "a,b,y",
                IntStream.range(0, ROWS)
                        .mapToObj(row -> String.format(
                                Locale.ROOT,
                                "%.4f,%.4f,%s",
                                numbers[2 * row],
                                numbers[2 * row + 1],
                                numbers[2 * row] + 0.4f * numbers[2 * row + 1] > 0 ? "yes" : "no"))
                        .toArray(String[]::new));
    }

    private static Training training(Experiment experiment) {
        return Training.of(experiment).withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    /** As a cluster would do it, by nothing but what it is told and the rows. */
    private record Elsewhere(Experiment experiment, Table rows, List<Integer> asked) implements MemberTrainer {
        @Override
        public int atOnce() {
            return 3;
        }

        @Override
        public Optional<Checkpoint> train(int member, int epochs, Optional<Checkpoint> from) {
            asked.add(member);
            return from.map(Training::resume)
                    .orElseGet(() -> Training.of(experiment))
                    .withExecution(new Execution(1, KernelChoice.SCALAR))
                    .trainMember(rows, member, epochs);
        }
    }

    private static Elsewhere elsewhere(Experiment experiment) {
        return new Elsewhere(experiment, table(), Collections.synchronizedList(new ArrayList<>()));
    }

    private static List<float[]> parameters(TrainingResult result) {
        return result.model().networks().stream().map(Network::parameters).toList();
    }

    private static void assertSame(Experiment experiment) {
        TrainingResult here = training(experiment).run(table());
        Elsewhere elsewhere = elsewhere(experiment);
        TrainingResult there = training(experiment).withMemberTrainer(elsewhere).run(table());
        assertThat(parameters(there)).usingRecursiveComparison().isEqualTo(parameters(here));
        assertThat(there.model().provenance()).isEqualTo(here.model().provenance());
        assertThat(there.bestEpoch()).isEqualTo(here.bestEpoch());
        assertThat(elsewhere.asked())
                .containsAll(IntStream.rangeClosed(
                                1, experiment.ensemble().orElseThrow().members())
                        .boxed()
                        .toList());
    }

    @Test
    void foldsAre() {
        assertSame(experiment(Ensemble.ofFolds(3), false));
    }

    @Test
    void whatIsTrainedAgainOnAllRowsIs() {
        assertSame(experiment(Ensemble.ofFolds(3), true));
    }

    @Test
    void networksOfOtherSeedsAre() {
        assertSame(experiment(Ensemble.ofSeeds(3), false));
    }

    @Test
    void aPackFromWhichSomeLeaveIs() {
        assertSame(experiment(
                new Ensemble(Ensemble.Kind.PACK, 6, Ensemble.Choice.GREEDY, Optional.of(List.of(RATES))), false));
    }

    @Test
    void oneThatDivergesIsFoundHere() {
        Experiment wild = experiment(Ensemble.ofSeeds(2), false, 3e38);
        assertThatThrownBy(
                        () -> training(wild).withMemberTrainer(elsewhere(wild)).run(table()))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("member 1");
    }

    @Test
    void listenersOfMembersAreToldOfTheirEpochs() {
        Experiment experiment = experiment(Ensemble.ofSeeds(2), false);
        List<EpochRecord> told = Collections.synchronizedList(new ArrayList<>());
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                told.add(epoch);
            }
        };
        TrainingResult result = training(experiment)
                .withMembers(member -> member == 2 ? listener : TrainingListener.none(), member -> {})
                .withMemberTrainer(elsewhere(experiment))
                .run(table());
        assertThat(told)
                .extracting(EpochRecord::loss)
                .isEqualTo(result.members().get(1).history().stream()
                        .map(EpochRecord::loss)
                        .toList());
    }

    @Test
    void aMemberThatIsNotThereIsRefused() {
        Experiment experiment = experiment(Ensemble.ofSeeds(2), false);
        assertThatThrownBy(() -> training(experiment).trainMember(table(), 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training: the member must be in [1, 2], as the experiment says, got 3");
    }
}
