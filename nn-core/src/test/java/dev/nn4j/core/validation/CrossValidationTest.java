// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Spread;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final int ROWS = 47;

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        List<Fold> alone = folds(1);
        List<Fold> together = folds(4);
        assertThat(together).hasSameSizeAs(alone);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i).answers().outputs())
                    .containsExactly(alone.get(i).answers().outputs());
            assertThat(together.get(i).evaluation()).isEqualTo(alone.get(i).evaluation());
        }
    }

    @Test
    void everyRowIsHeldOutOnceAndFoldsComeInOrder() {
        List<Fold> folds = folds(3);
        assertThat(folds).extracting(Fold::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(folds.stream()
                        .flatMap(fold ->
                                IntStream.range(0, fold.answers().rows()).mapToObj(fold::row)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ROWS).boxed().toList());
    }

    @Test
    void aFoldsAnswersAreToItsOwnRows() {
        Table table = table(ROWS);
        for (Fold fold : folds(2)) {
            for (int i = 0; i < fold.answers().rows(); i++) {
                String label = table.texts("t")[fold.row(i)];
                assertThat(fold.answers().schema().labels().get(fold.answers().label(i)))
                        .isEqualTo(label);
            }
        }
    }

    @Test
    void theListenerIsToldInOrderOnTheCallersThread() {
        List<String> told = new ArrayList<>();
        new CrossValidation(
                        experiment(),
                        threads(3),
                        fold -> told.add(fold.number() + Thread.currentThread().getName()),
                        () -> false)
                .folds(table(ROWS), 3);
        String here = Thread.currentThread().getName();
        assertThat(told).containsExactly("1" + here, "2" + here, "3" + here);
    }

    @Test
    void cancelledItGivesNoHalfTrainedFold() {
        List<Fold> folds = new CrossValidation(experiment(), threads(2), fold -> {}, () -> true).folds(table(ROWS), 3);
        assertThat(folds).isEmpty();
    }

    @Test
    void aLabelThatStandsInOneRowIsRefusedByName() {
        Table table = Tables.of(experiment()::cellType, "x,t", "1,a", "2,b", "3,a", "4,c", "5,b");
        assertThatThrownBy(() -> new CrossValidation(experiment(), threads(1)).run(table, 2))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(":5:2: label 'c' stands in this row only");
    }

    @Test
    void aFoldThatDivergesEndsTheOthers() {
        Experiment wild = Experiment.builder()
                .target("t")
                .loss("mean-squared-error")
                .dense(1, "identity")
                .optimizer("gradient-descent", 1e30)
                .build();
        Table numbers = Tables.of(wild::cellType, "x,t", "1,1", "2,2", "3,3", "4,4");
        assertThatThrownBy(() -> new CrossValidation(wild, threads(2)).run(numbers, 3))
                .isInstanceOf(TrainingDivergedException.class);
    }

    @Test
    void theSpreadIsTheMeanAndTheSampleDeviation() {
        List<Evaluation> evaluations = folds(1).stream().map(Fold::evaluation).toList();
        double[] accuracies = evaluations.stream()
                .mapToDouble(evaluation -> ((ClassificationEvaluation) evaluation).accuracy())
                .toArray();
        double mean = Arrays.stream(accuracies).sum() / accuracies.length;
        double variance =
                Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum() / (accuracies.length - 1);

        assertThat(Spread.of(evaluations).get("accuracy")).contains(new Spread(mean, Math.sqrt(variance)));
        assertThat(Spread.of(evaluations).keySet()).startsWith("loss", "accuracy", "logLoss");
    }

    private static Experiment experiment() {
        return Experiment.builder()
                .target("t")
                .loss("categorical-cross-entropy")
                .dense(4, "tanh")
                .dropout(0.1)
                .dense(3, "softmax")
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(6).batchSize(8))
                .build();
    }

    private static Table table(int rows) {
        return Tables.of(
                experiment()::cellType,
                "x,t",
                IntStream.range(0, rows)
                        .mapToObj(row -> row % 7 + "," + "abc".charAt(row * 5 % 7 % 3))
                        .toArray(String[]::new));
    }

    private static Execution threads(int threads) {
        return new Execution(threads, KernelChoice.SCALAR);
    }

    private static List<Fold> folds(int threads) {
        return new CrossValidation(experiment(), threads(threads)).folds(table(ROWS), 5);
    }
}
