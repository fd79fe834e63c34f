// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The examples of scikit-learn's documentation. */
class RegressionMetricsTest {
    @Test
    void ofOneTarget() {
        RegressionEvaluation evaluation = of(new float[] {2.5f, 0, 2, 8}, new float[] {3, -0.5f, 2, 7}, 1, 9);
        assertThat(evaluation.rows()).isEqualTo(4);
        assertThat(evaluation.loss()).isEqualTo(9);
        assertThat(evaluation.mse()).isEqualTo(0.375);
        assertThat(evaluation.rmse()).isEqualTo(Math.sqrt(0.375));
        assertThat(evaluation.mae()).isEqualTo(0.5);
        assertThat(evaluation.r2()).isCloseTo(0.9486081370449679, within(1e-15));
    }

    @Test
    void ofSeveralTargetsIsTheirMean() {
        RegressionEvaluation evaluation =
                of(new float[] {0, 2, -1, 2, 8, -5}, new float[] {0.5f, 1, -1, 1, 7, -6}, 2, 9);
        assertThat(evaluation.rows()).isEqualTo(3);
        assertThat(evaluation.mse()).isCloseTo(0.7083333333333334, within(1e-15));
        assertThat(evaluation.mae()).isCloseTo(0.75, within(1e-15));
        assertThat(evaluation.r2()).isCloseTo(0.9368005266622779, within(1e-15));
    }

    @Test
    void aConstantTargetIsMetOrNot() {
        assertThat(of(new float[] {2, 2}, new float[] {2, 2}, 1, 0).r2()).isEqualTo(1);
        assertThat(of(new float[] {2, 3}, new float[] {2, 2}, 1, 0).r2()).isZero();
        assertThat(of(new float[] {2}, new float[] {3}, 1, 0).r2()).isZero();
    }

    @Test
    void worseThanTheMeanIsNegative() {
        assertThat(of(new float[] {3, 1}, new float[] {1, 3}, 1, 0).r2()).isEqualTo(-3);
    }

    private static RegressionEvaluation of(float[] outputs, float[] targets, int width, double loss) {
        List<String> names = IntStream.range(0, width).mapToObj(i -> "t" + i).toList();
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(names)
                .build();
        return (RegressionEvaluation)
                Given.numbers(schema, outputs, targets, loss).evaluation();
    }
}
