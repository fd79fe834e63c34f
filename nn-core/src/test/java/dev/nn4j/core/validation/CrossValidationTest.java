// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Spread;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
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
    void repeatsAreDividedAndTrainedWithOtherSeedsTheFirstWithItsOwn() {
        List<Fold> once = folds(2);
        List<Fold> twice =
                new CrossValidation(experiment(), threads(2)).withRepeats(2).folds(table(ROWS), 5);
        assertThat(twice).extracting(Fold::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(twice).extracting(Fold::repeat).containsExactly(1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
        assertThat(twice.subList(0, 5).stream().map(Fold::evaluation))
                .isEqualTo(once.stream().map(Fold::evaluation).toList());
        assertThat(rows(twice.get(5))).isNotEqualTo(rows(twice.get(0)));
        assertThat(twice.subList(5, 10).stream().flatMap(fold -> rows(fold).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ROWS).boxed().toList());
    }

    @Test
    void repeatsOfFoldsByTimeAreRefused() {
        CrossValidation byTime = new CrossValidation(described().time("day").build(), threads(1));
        assertThatThrownBy(() -> byTime.withRepeats(2))
                .hasMessage("repeats: must be 1 for folds by time, which are the same each time, got 2");
        assertThatThrownBy(() -> byTime.withRepeats(0)).hasMessage("repeats: must be at least 1, got 0");
    }

    @Test
    void whatIsChosenInAFoldSeesNoRowThatJudges() {
        Table table = table(ROWS);
        List<Integer> seen = new CopyOnWriteArrayList<>();
        List<Fold> folds = new CrossValidation(experiment(), threads(2))
                .withChoice((described, training, stop) -> {
                    seen.add(training.rows());
                    double inner = new CrossValidation(described, threads(1))
                            .run(training, 2).stream()
                                    .mapToDouble(Evaluation::loss)
                                    .sum();
                    assertThat(inner).isPositive();
                    return described.withOptions(
                            described.options().toBuilder().epochs(2).build());
                })
                .folds(table, 5);
        assertThat(folds).extracting(Fold::epochs).containsOnly(2);
        assertThat(seen).allMatch(rows -> rows == ROWS - 9 || rows == ROWS - 10).hasSize(5);
    }

    @Test
    void rowsInTheOrderOfTheirContentMayComeInAnyOrder() {
        Experiment experiment = described()
                .training(options -> options.epochs(3).batchSize(8).order("content"))
                .build();
        Table table = Tables.of(
                experiment::cellType,
                "x,t",
                IntStream.range(0, ROWS)
                        .mapToObj(row -> row + "," + "abc".charAt(row * 5 % 7 % 3))
                        .toArray(String[]::new));
        Table turned =
                table.select(IntStream.range(0, ROWS).map(row -> ROWS - 1 - row).toArray());
        CrossValidation validation = new CrossValidation(experiment, threads(2)).withRepeats(2);
        List<Fold> folds = validation.folds(table, 3);
        List<Fold> again = validation.folds(turned, 3);
        for (int i = 0; i < folds.size(); i++) {
            List<Integer> rows = rows(folds.get(i));
            assertThat(rows).isSorted();
            assertThat(rows(again.get(i)))
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(row -> ROWS - 1 - row).toList());
            assertThat(again.get(i).evaluation()).isEqualTo(folds.get(i).evaluation());
            for (int row = 0; row < rows.size(); row++) {
                assertThat(again.get(i).answers().outputs(rows.size() - 1 - row))
                        .isEqualTo(folds.get(i).answers().outputs(row));
            }
        }
    }

    @Test
    void foldsThatAreTrainedElsewhereAreThoseThatAreTrainedHere() {
        Table table = table(ROWS);
        CrossValidation here = new CrossValidation(experiment(), threads(2)).withRepeats(2);
        List<Fold> there = here.withTrainer(new FoldTrainer() {
                    @Override
                    public int atOnce() {
                        return 3;
                    }

                    @Override
                    public TrainedFold train(int folds, int number) {
                        return TrainedFold.of(here.training(table, folds, number));
                    }
                })
                .folds(table, 3);
        assertThat(there)
                .usingRecursiveFieldByFieldElementComparatorOnFields("number", "repeat", "epochs", "bestEpoch")
                .isEqualTo(here.folds(table, 3));
        assertThat(there)
                .extracting(Fold::evaluation)
                .isEqualTo(here.folds(table, 3).stream().map(Fold::evaluation).toList());
        assertThatThrownBy(() -> here.training(table, 3, 7)).hasMessage("folds: the fold must be in [1, 6], got 7");
    }

    private static List<Integer> rows(Fold fold) {
        return IntStream.range(0, fold.answers().rows()).mapToObj(fold::row).toList();
    }

    @Test
    void noGroupIsInTwoFolds() {
        Experiment experiment = described().group("g").build();
        Table table = withColumn(experiment, "g", row -> "g" + row * 7 % 11);
        List<Fold> folds = new CrossValidation(experiment, threads(2)).folds(table, 4);
        Map<String, Integer> foldOf = new HashMap<>();
        for (Fold fold : folds) {
            for (int i = 0; i < fold.answers().rows(); i++) {
                assertThat(foldOf.merge(
                                table.text(fold.row(i), "g"),
                                fold.number(),
                                (one, other) -> one.equals(other) ? one : 0))
                        .isEqualTo(fold.number());
            }
        }
        assertThat(foldOf).hasSize(11);
        assertThat(folds.get(0).answers().schema().featureNames()).containsExactly("x");
    }

    @Test
    void laterRowsJudgeWhatEarlierOnesTaught() {
        Experiment experiment = described().time("day").build();
        Table table = withColumn(experiment, "day", row -> String.format("2026-%02d-%02d", 1 + row % 4, 1 + row / 4));
        List<Fold> folds = new CrossValidation(experiment, threads(2)).folds(table, 3);
        String before = "";
        for (Fold fold : folds) {
            List<String> days = IntStream.range(0, fold.answers().rows())
                    .mapToObj(i -> table.text(fold.row(i), "day"))
                    .sorted()
                    .toList();
            assertThat(days.get(0)).isGreaterThan(before);
            before = days.get(days.size() - 1);
        }
        assertThat(folds).extracting(fold -> fold.answers().rows()).containsExactly(11, 11, 11);
        assertThat(before).isEqualTo("2026-04-11");
    }

    @Test
    void whatCannotBeDividedIsSaid() {
        Experiment byGroup = described().group("g").build();
        Table few = withColumn(byGroup, "g", row -> row < 20 ? "a" : "b");
        assertThatThrownBy(() -> new CrossValidation(byGroup, threads(1)).run(few, 3))
                .isInstanceOf(DataException.class)
                .hasMessage("data.csv:1:3: 3 folds need as many groups, and 'g' has 2; take fewer folds");
        Table gap = withColumn(byGroup, "g", row -> row == 4 ? "" : "a");
        assertThatThrownBy(() -> new CrossValidation(byGroup, threads(1)).run(gap, 2))
                .hasMessage("data.csv:6:3: group 'g' is missing here; fill it in or leave the row out");
        Table one = withColumn(byGroup, "g", row -> "abc".charAt(row * 5 % 7 % 3) == 'c' ? "lone" : "g" + row % 5);
        assertThatThrownBy(() -> new CrossValidation(byGroup, threads(1)).run(one, 2))
                .hasMessageContaining("label 'c' stands in group 'lone' only");
        Experiment byTime = described().time("t0").build();
        Table twice = withColumn(byTime, "t0", row -> row < 20 ? "1" : "2");
        assertThatThrownBy(() -> new CrossValidation(byTime, threads(1)).run(twice, 3))
                .hasMessage("data.csv:1:3: 't0' has too few different times for 3 folds of rows that come one after the"
                        + " other, of which there would be 1; take fewer folds");
        Table words = withColumn(byTime, "t0", row -> row == 2 ? "soon" : "1");
        assertThatThrownBy(() -> new CrossValidation(byTime, threads(1)).run(words, 3))
                .hasMessage("data.csv:4:3: time 't0' must hold numbers, as its first row does, got 'soon'; correct the"
                        + " cell, or say in data.columns how its dates are written");
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
        return described().build();
    }

    private static ExperimentBuilder described() {
        return Experiment.builder()
                .target("t")
                .loss("categorical-cross-entropy")
                .dense(4, "tanh")
                .dropout(0.1)
                .dense(3, "softmax")
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(6).batchSize(8));
    }

    private static Table withColumn(Experiment experiment, String name, IntFunction<String> cell) {
        return Tables.of(
                experiment::cellType,
                "x,t," + name,
                IntStream.range(0, ROWS)
                        .mapToObj(row -> row % 7 + "," + "abc".charAt(row * 5 % 7 % 3) + "," + cell.apply(row))
                        .toArray(String[]::new));
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
