// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SparklineTest {
    private static Sparkline of(double... values) {
        Sparkline line = new Sparkline();
        for (double value : values) {
            line.add(value);
        }
        return line;
    }

    @Test
    void oneValueIsNoCurve() {
        assertThat(of().render(8)).isEmpty();
        assertThat(of(1).render(8)).isEmpty();
    }

    @Test
    void whatFallsByAFactorEachTimeFallsEvenly() {
        assertThat(of(128, 64, 32, 16, 8, 4, 2, 1).render(8)).isEqualTo("█▇▆▅▄▃▂▁");
    }

    @Test
    void aLongCurveKeepsItsEnds() {
        double[] values = new double[1000];
        Arrays.fill(values, 1);
        values[0] = 4;
        values[999] = 2;
        assertThat(of(values).render(5)).isEqualTo("█▁▁▁▅");
    }

    @Test
    void withoutLogarithmsHeightsAreTheValues() {
        assertThat(of(-1, 0, 1).render(9)).isEqualTo("▁▅█");
    }

    @Test
    void aLevelCurveIsLow() {
        assertThat(of(3, 3, 3).render(9)).isEqualTo("▁▁▁");
    }
}
