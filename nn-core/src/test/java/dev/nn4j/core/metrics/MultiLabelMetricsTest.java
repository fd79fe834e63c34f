// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiLabelMetricsTest {
    private static final Schema SCHEMA = Schema.builder(Task.MULTILABEL)
            .features(Feature.numbers("x"))
            .targets(List.of("red", "round"))
            .build();
    private static final float[] OUTPUTS = {
        0.75f, 0.25f, //
        0.75f, 0.75f, //
        0.25f, 0.5f, //
        0.125f, 0.875f
    };
    private static final float[] TARGETS = {
        1, 0, //
        0, 1, //
        1, 0, //
        0, 1
    };
    private static final MultiLabelEvaluation EVALUATION =
            (MultiLabelEvaluation) Given.numbers(SCHEMA, OUTPUTS, TARGETS, 3).evaluation();

    @Test
    void aRowIsRightWithEveryTargetRight() {
        assertThat(EVALUATION.rows()).isEqualTo(4);
        assertThat(EVALUATION.loss()).isEqualTo(3);
        assertThat(EVALUATION.accuracy()).isEqualTo(0.5);
    }

    @Test
    void everyTargetIsScoredByItsPositives() {
        ClassScore red = EVALUATION.classes().get(0);
        assertThat(red.label()).isEqualTo("red");
        assertThat(red.precision()).isEqualTo(0.5);
        assertThat(red.recall()).isEqualTo(0.5);
        assertThat(red.f1()).isEqualTo(0.5);
        assertThat(red.support()).isEqualTo(2);
        // 0.75 and 0.25 against 0.75 and 0.125: a half, a whole, none and a whole.
        assertThat(red.rocAuc()).hasValue(2.5 / 4);
        ClassScore round = EVALUATION.classes().get(1);
        assertThat(round.precision()).isEqualTo(1);
        assertThat(round.recall()).isEqualTo(1);
        assertThat(round.rocAuc()).hasValue(1);
    }

    @Test
    void averagesAreOverTheTargets() {
        assertThat(EVALUATION.macroAverage()).isEqualTo(new Averages(0.75, 0.75, 0.75));
        assertThat(EVALUATION.weightedAverage()).isEqualTo(new Averages(0.75, 0.75, 0.75));
        assertThat(EVALUATION.rocAuc()).hasValue((2.5 / 4 + 1) / 2);
        assertThat(EVALUATION.labels()).containsExactly("red", "round");
    }

    @Test
    void logLossAndBrierAreMeansOverRowsAndTargets() {
        double logLoss = 0;
        for (double truth : new double[] {0.75, 0.75, 0.25, 0.75, 0.25, 0.5, 0.875, 0.875}) {
            logLoss -= StrictMath.log(truth) / 8;
        }
        assertThat(EVALUATION.logLoss()).isCloseTo(logLoss, within(1e-14));
        double brier = (3 * 0.0625 + 2 * 0.5625 + 0.25 + 2 * 0.015625) / 8;
        assertThat(EVALUATION.brier()).isCloseTo(brier, within(1e-14));
    }
}
