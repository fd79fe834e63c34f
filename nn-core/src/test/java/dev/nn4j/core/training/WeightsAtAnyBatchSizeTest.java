// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Weights move the optimum by as much at any batch size. Of 10,000 rows 2 % are positive; what logistic regression makes of
 * them is scikit-learn 1.9's {@code LogisticRegression(C=1e10, class_weight="balanced", tol=1e-12)}, once with the weights
 * 1, 2, 3, 1, … for {@code sample_weight} and once without.
 */
class WeightsAtAnyBatchSizeTest {
    private static final int ROWS = 10_000;
    private static final int POSITIVE_EVERY = 50;
    private static final double CLOSE = 0.02;

    @ParameterizedTest
    @CsvSource({"1, 8, 0.001", "8, 20, 0.002", "32, 30, 0.005", "64, 30, 0.01", "0, 400, 0.05"})
    void classWeights(int batchSize, int epochs, double rate) {
        assertLike(experiment(batchSize, epochs, rate).ignore("w").build(), 0.67, 0.4503);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 0.001", "8, 20, 0.002", "32, 30, 0.005", "64, 30, 0.01", "0, 400, 0.05"})
    void classWeightsTimesSampleWeights(int batchSize, int epochs, double rate) {
        assertLike(experiment(batchSize, epochs, rate).weight("w").build(), 0.67, 0.4525);
    }

    private static ExperimentBuilder experiment(int batchSize, int epochs, double rate) {
        return Experiment.builder()
                .target("y")
                .positive("yes")
                .dense(1, "sigmoid")
                .loss("binary-cross-entropy")
                .optimizer("adam", rate)
                .training(options -> options.epochs(epochs)
                        .batchSize(batchSize)
                        .seed(1)
                        .classWeights(ClassWeights.balanced())
                        .schedule(new Schedules.Cosine(rate / 1000)));
    }

    private static void assertLike(Experiment experiment, double recall, double meanProbability) {
        Table table = Tables.of(experiment::cellType, "a,b,c,w,y", rows());
        TrainingResult outcome = Training.of(experiment)
                .withExecution(new Execution(1, KernelChoice.SCALAR))
                .run(table);
        Answers answers = Answers.of(outcome.model(), table);
        double positives = 0;
        double found = 0;
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            double probability = answers.output(row, 0);
            sum += probability;
            positives += row % POSITIVE_EVERY == 0 ? 1 : 0;
            found += row % POSITIVE_EVERY == 0 && probability > 0.5 ? 1 : 0;
        }
        assertThat(found / positives).as("recall").isCloseTo(recall, within(CLOSE));
        assertThat(sum / ROWS).as("mean probability").isCloseTo(meanProbability, within(CLOSE));
    }

    /** Sums of four 16-bit numbers, less their mean; positives half a unit to the right in two of three columns. */
    private static String[] rows() {
        int[] state = {12_345};
        return IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    double shift = row % POSITIVE_EVERY == 0 ? 0.5 : 0;
                    return (draw(state) + shift) + "," + (draw(state) + shift) + "," + draw(state) + "," + (1 + row % 3)
                            + "," + (row % POSITIVE_EVERY == 0 ? "yes" : "no");
                })
                .toArray(String[]::new);
    }

    private static double draw(int[] state) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            state[0] = (state[0] * 1_103_515_245 + 12_345) & Integer.MAX_VALUE;
            sum += state[0] >> 15;
        }
        return (sum - 131_070) / 32_768.0;
    }
}
