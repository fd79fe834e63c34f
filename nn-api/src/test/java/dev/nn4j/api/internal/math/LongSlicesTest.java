// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.math.FloatMath;
import org.junit.jupiter.api.Test;

/** Here nn-vector is out of sight. */
class LongSlicesTest {
    @Test
    void withoutVectorsEveryElementIsLeftToTheScalarFunctions() {
        float[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
        SliceFunctions functions = LongSlices.functions();
        assertThat(functions.exp(x, x, 3, 17)).isEqualTo(3);
        assertThat(functions.expm1(x, x, 3, 17)).isEqualTo(3);
        assertThat(functions.sigmoid(x, x, 3, 17)).isEqualTo(3);
        assertThat(functions.log(x, x, 3, 17)).isEqualTo(3);
        assertThat(functions.log1p(x, x, 3, 17)).isEqualTo(3);
        assertThat(functions.softplus(x, x, 3, 17)).isEqualTo(3);
        assertThat(functions.cosTurns(x, x, 3, 17)).isEqualTo(3);
        assertThat(functions.sinTurns(x, x, 3, 17)).isEqualTo(3);
        assertThat(x).startsWith(1, 2, 3, 4).endsWith(16, 17);
    }

    @Test
    void longSlicesAreComputedAllTheSame() {
        float[] x = new float[10 * LongSlices.LEAST_LENGTH];
        FloatMath.exp(x, x, 0, x.length);
        assertThat(x).containsOnly(1f);
        assertThat(LongSlices.arePaidBy(Integer.MAX_VALUE)).isTrue();
        FloatMath.log(x, x, 0, x.length);
        assertThat(x).containsOnly(0f);
    }

    @Test
    void shortSlicesNeverPay() {
        assertThat(LongSlices.arePaidBy(Integer.MAX_VALUE)).isTrue();
        assertThat(LongSlices.arePaidBy(LongSlices.LEAST_LENGTH)).isTrue();
        assertThat(LongSlices.arePaidBy(LongSlices.LEAST_LENGTH - 1)).isFalse();
    }
}
