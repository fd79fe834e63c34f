// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalerTest {
    @Test
    void standardSubtractsTheMeanAndDividesByThePopulationDeviation() {
        Scaler scaler = Scaler.fit(Scaling.STANDARD, new float[] {1, 10, 3, 10, 5, 40}, 2);
        assertThat(scaler.shift()).containsExactly(3, 20);
        assertThat(scaler.scale()).containsExactly((float) Math.sqrt(8 / 3.0), (float) Math.sqrt(200));
    }

    @Test
    void minMaxMapsOntoTheUnitInterval() {
        Scaler scaler = Scaler.fit(Scaling.MIN_MAX, new float[] {-2, 2, 0, 2, 6, 3}, 2);
        assertThat(scaler.shift()).containsExactly(-2, 2);
        assertThat(scaler.scale()).containsExactly(8, 1);
        assertThat(applied(scaler, new float[] {-2, 2, 6, 3}, 2)).containsExactly(0, 0, 1, 1);
    }

    @Test
    void scalingIsOneSubtractionAndOneDivisionInFloat() {
        Scaler scaler = Scaler.of(Scaling.STANDARD, new float[] {0.1f}, new float[] {0.3f});
        assertThat(applied(scaler, new float[] {0.7f}, 1)).containsExactly((0.7f - 0.1f) / 0.3f);
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "MIN_MAX"})
    void aConstantColumnIsShiftedToZeroAndDividedByOne(Scaling scaling) {
        for (float constant : new float[] {0.1f, 0, -1e30f, 3, Float.MIN_VALUE}) {
            for (int rows : new int[] {1, 3, 10, 1000}) {
                float[] column = new float[rows];
                Arrays.fill(column, constant);
                Scaler scaler = Scaler.fit(scaling, column, 1);
                assertThat(scaler.scale()).as("%s × %d", constant, rows).containsExactly(1);
                assertThat(scaler.shift()).containsExactly(constant);
                assertThat(applied(scaler, column, 1)).containsOnly(0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "MIN_MAX"})
    void numbersOfAnySizeGiveAScaleThatCanBeUsed(Scaling scaling) {
        float[][] columns = {
            {Float.MAX_VALUE, -Float.MAX_VALUE}, {0, Float.MIN_VALUE}, {1, Math.nextUp(1f), 1}, {1e20f, 1e-20f, -1e20f}
        };
        for (float[] column : columns) {
            Scaler scaler = Scaler.fit(scaling, column, 1);
            assertThat(scaler.scale()[0]).isPositive().isFinite();
            assertThat(scaler.shift()[0]).isFinite();
        }
    }

    @Test
    void meansAreTakenInDouble() {
        // In float, adding 0.1 a million times drifts by a per cent.
        float[] column = new float[1_000_000];
        Arrays.fill(column, 0.1f);
        column[0] = 0.2f;
        Scaler scaler = Scaler.fit(Scaling.STANDARD, column, 1);
        assertThat((double) scaler.shift()[0]).isCloseTo(0.1000001, within(1e-8));
        assertThat((double) scaler.scale()[0]).isCloseTo(0.1 * Math.sqrt(1e-6), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void invertingLeadsBack(long seed) {
        float[] values = Rows.numbers(300, seed);
        for (Scaling scaling : Scaling.values()) {
            if (scaling.isBounded()) {
                continue;
            }
            Scaler scaler = Scaler.fit(scaling, values, 3);
            float[] back = applied(scaler, values, 3);
            scaler.invert(back, 100, 3);
            assertThat(back).as("%s, seed %d", scaling, seed).containsExactly(values, within(1e-6f));
        }
    }

    @Test
    void noScalingKeepsEveryBit() {
        float[] values = {1, Float.NaN, -0f};
        Scaler none = Scaler.fit(Scaling.NONE, values, 3);
        assertThat(none).isEqualTo(Scaler.none());
        assertThat(none.shift()).isEmpty();
        assertThat(Bits.of(applied(none, values, 3))).isEqualTo(Bits.of(values));
    }

    @Test
    void rowsMayLieAnywhere() {
        Scaler scaler = Scaler.of(Scaling.MIN_MAX, new float[] {1, 2}, new float[] {2, 4});
        float[] into = new float[5];
        scaler.apply(new float[] {9, 9, 3, 6, 5, 10}, 2, into, 1, 2, 2);
        assertThat(into).containsExactly(0, 1, 1, 2, 2);
    }

    @Test
    void equalMeansTheSameNumbers() {
        Scaler scaler = Scaler.of(Scaling.MIN_MAX, new float[] {1}, new float[] {2});
        assertThat(scaler)
                .isEqualTo(Scaler.of(Scaling.MIN_MAX, new float[] {1}, new float[] {2}))
                .hasSameHashCodeAs(Scaler.of(Scaling.MIN_MAX, new float[] {1}, new float[] {2}))
                .isNotEqualTo(Scaler.of(Scaling.STANDARD, new float[] {1}, new float[] {2}))
                .isNotEqualTo(Scaler.of(Scaling.MIN_MAX, new float[] {1}, new float[] {3}))
                .hasToString("min-max");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1, Float.NaN, Float.POSITIVE_INFINITY})
    void aScaleMustBeFiniteAndAboveZero(float scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.of(Scaling.STANDARD, new float[] {1}, new float[] {scale}))
                .withMessage(
                        "scaler: column 0 must have a finite shift and a finite scale above 0, got 1.0 and " + scale);
    }

    @Test
    void vectorsMustHaveOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.of(Scaling.STANDARD, new float[] {1, 2}, new float[] {1}))
                .withMessage("scaler: shift and scale must have one length, got 2 and 1");
    }

    private static float[] applied(Scaler scaler, float[] values, int width) {
        float[] scaled = new float[values.length];
        scaler.apply(values, 0, scaled, 0, values.length / width, width);
        return scaled;
    }
}
