// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.score.TemperatureSearch;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The log-loss of rows under the factor on their logits that makes it least. */
class CalibratedLossTest {
    private static final double CLOSE = 1e-6;

    @RepeatedTest(6)
    void isTheLeastThatAnyFactorGives(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        for (boolean classes : new boolean[] {true, false}) {
            Answers answers =
                    Answers.random(seed, classes, 300 + 900 * (int) seed, 1 + (int) seed % 4 + (classes ? 1 : 0));
            CalibratedLoss judged = answers.judged();

            double factor = judged.factor();
            assertThat(judged.value())
                    .as("seed %d, classes %s", seed, classes)
                    .isCloseTo(answers.loss(factor), within(CLOSE))
                    .isLessThan(answers.loss(factor * 1.02))
                    .isLessThan(answers.loss(factor / 1.02))
                    .isLessThanOrEqualTo(judged.loss(1));
        }
    }

    @Test
    void doesNotCareHowSureTheAnswersAre() {
        for (boolean classes : new boolean[] {true, false}) {
            Answers answers = Answers.random(7, classes, 500, 3);
            double factor = answers.judged().factor();
            Answers surer = answers.surer(2.5);
            assertThat(surer.judged().value()).isCloseTo(answers.judged().value(), within(CLOSE));
            assertThat(surer.judged().factor()).isCloseTo(factor / 2.5, within(1e-4));
        }
    }

    @Test
    void answersThatAreAllRightHaveNoBestFactor() {
        CalibratedLoss judged = judged(TargetKind.ONE_HOT, 2, new float[] {0.6f, 0.4f, 0.1f, 0.9f}, 1, 0, 0, 1);
        assertThat(TemperatureSearch.isEnd(judged.factor())).isTrue();
        assertThat(judged.value()).isLessThan(1e-5);
    }

    @Test
    void answersThatAreMoreOftenWrongAreBestForgotten() {
        CalibratedLoss judged = judged(TargetKind.BINARY, 1, new float[] {0.9f, 0.8f, 0.2f}, 0, 0, 1);
        assertThat(TemperatureSearch.isEnd(judged.factor())).isTrue();
        assertThat(judged.factor()).isLessThan(1);
        assertThat(judged.value()).isCloseTo(Math.log(2), within(0.03));
    }

    @Test
    void aSureMistakeCostsMuchAndNotInfinitelyMuch() {
        float[] sure = {1, 0, 0, 1, 0, 1};
        for (TargetKind kind : new TargetKind[] {TargetKind.ONE_HOT, TargetKind.BINARY}) {
            CalibratedLoss judged = judged(kind, 2, sure, 1, 0, 0, 1, 1, 0);
            assertThat(judged.loss(1)).isBetween(5.0, 100.0);
            assertThat(judged.factor()).isLessThan(0.1);
            // Of three rows two are right, which is worth a little more than nothing.
            double worth = -(2 * Math.log(2.0 / 3) + Math.log(1.0 / 3)) / 3;
            assertThat(judged.value()).isBetween(worth - CLOSE, Math.log(2));
        }
    }

    @Test
    void whoIsAskedAgainSaysTheSame() {
        Answers answers = Answers.random(3, true, 5000, 4);
        CalibratedLoss judged = answers.judged();
        double value = judged.value();
        answers.showTo(judged);
        assertThat(judged.value()).isEqualTo(value);
    }

    private static CalibratedLoss judged(TargetKind kind, int width, float[] outputs, float... targets) {
        DataSet data = DataSet.of(new float[targets.length / width], 1, targets, width);
        CalibratedLoss judged = new CalibratedLoss(data, kind, Cancellation.none());
        judged.begin();
        judged.add(0, data.rows(), outputs, targets);
        return judged;
    }

    /** Logits of rows beside their targets and weights. */
    private record Answers(boolean classes, int width, double[] logits, float[] targets, float[] weights) {
        /** Noise about what is true, of some rows what is false. */
        static Answers random(long seed, boolean classes, int rows, int width) {
            Random random = new Random(seed);
            double[] logits = new double[rows * width];
            float[] targets = new float[rows * width];
            float[] weights = new float[rows];
            for (int row = 0; row < rows; row++) {
                weights[row] = random.nextInt(4);
                int truth = random.nextInt(width);
                for (int k = 0; k < width; k++) {
                    boolean yes = classes ? k == truth : random.nextInt(3) == 0;
                    targets[row * width + k] = yes ? 1 : 0;
                    logits[row * width + k] =
                            (yes ? 1 : -1) * (random.nextInt(4) == 0 ? -0.7 : 1) + random.nextGaussian();
                }
            }
            return new Answers(classes, width, logits, targets, weights);
        }

        Answers surer(double factor) {
            double[] more = logits.clone();
            for (int i = 0; i < more.length; i++) {
                more[i] *= factor;
            }
            return new Answers(classes, width, more, targets, weights);
        }

        /** Shown in portions, as chunks of a batch are. */
        void showTo(CalibratedLoss judged) {
            judged.begin();
            for (int first = 0; first < weights.length; first += 700) {
                int rows = Math.min(700, weights.length - first);
                float[] outputs = new float[rows * width];
                float[] some = new float[rows * width];
                for (int i = 0; i < outputs.length; i++) {
                    outputs[i] = (float) probability(first * width + i, 1);
                    some[i] = targets[first * width + i];
                }
                judged.add(first, rows, outputs, some);
            }
        }

        CalibratedLoss judged() {
            DataSet data =
                    DataSet.of(new float[weights.length], 1, targets, width).withWeights(weights);
            CalibratedLoss judged =
                    new CalibratedLoss(data, classes ? TargetKind.ONE_HOT : TargetKind.BINARY, Cancellation.none());
            showTo(judged);
            return judged;
        }

        private double probability(int at, double factor) {
            if (!classes) {
                return 1 / (1 + Math.exp(-factor * logits[at]));
            }
            double sum = 0;
            int row = at / width * width;
            for (int k = row; k < row + width; k++) {
                sum += Math.exp(factor * logits[k]);
            }
            return Math.exp(factor * logits[at]) / sum;
        }

        double loss(double factor) {
            double loss = 0;
            double weight = 0;
            for (int i = 0; i < logits.length; i++) {
                double p = probability(i, factor);
                float w = weights[i / width];
                loss -= w * (targets[i] == 1 ? Math.log(p) : classes ? 0 : Math.log(1 - p));
                weight += w;
            }
            return loss / (classes ? weight / width : weight);
        }
    }
}
