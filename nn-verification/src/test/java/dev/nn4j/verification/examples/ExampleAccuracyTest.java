// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.metrics.RegressionEvaluation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the configurations in examples/ reach, on the files as they stand there. */
class ExampleAccuracyTest {
    @Test
    void theTutorialLearnsItsTrainingData() throws IOException {
        assertThat(ExampleData.read("breast-cancer/tutorial").trainingAccuracy("train.csv"))
                .isGreaterThanOrEqualTo(0.91);
    }

    @Test
    void breastCancerReaches97Percent() throws IOException {
        assertThat(ExampleData.read("breast-cancer/best").heldOutAccuracy("data.csv", 10))
                .isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void wineReaches97Percent() throws IOException {
        assertThat(ExampleData.read("wine/config").heldOutAccuracy("wine.csv", 10))
                .isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void irisReaches95Percent() throws IOException {
        assertThat(ExampleData.read("iris/config").heldOutAccuracy("iris.csv", 10))
                .isGreaterThanOrEqualTo(0.95);
    }

    /** Each fifth in turn is held out: of one fifth alone, 360 rows, chance moves the figure by almost one percent. */
    @Test
    void digitsReaches97Percent() throws IOException {
        assertThat(ExampleData.read("digits/config").heldOutAccuracy("digits.csv", 5))
                .isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void diabetesExplains45PercentOfTheVariance() throws IOException {
        ExampleData diabetes = ExampleData.read("diabetes/config");
        double r2 = diabetes.folds("diabetes.csv", 5).stream()
                .mapToDouble(fold -> ((RegressionEvaluation) fold).r2())
                .average()
                .orElseThrow();
        assertThat(diabetes.report("5-fold mean R²", r2)).isGreaterThanOrEqualTo(0.45);
    }

    @Test
    void nandIsLearntWhole() throws IOException {
        assertThat(ExampleData.read("nand/config").trainingAccuracy("nand.csv")).isEqualTo(1);
    }
}
