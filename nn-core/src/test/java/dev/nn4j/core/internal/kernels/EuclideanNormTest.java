// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EuclideanNormTest {
    private final EuclideanNorm norm = new EuclideanNorm(new ScalarKernels());

    /** Values come in rows of 32, at most 32 rows at a time, and a rest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 1023, 1024, 1025, 1088, 2111})
    void everyValueCounts(int count) {
        for (int i = 0; i < count; i++) {
            float[] values = new float[count];
            values[i] = -8;
            assertThat(norm.of(values)).as("value %d", i).isEqualTo(8);
        }
    }

    @Test
    void nothingHasNoLength() {
        assertThat(norm.of(new float[0])).isZero();
        assertThat(norm.of(new float[100])).isZero();
    }

    @Test
    void manyValuesCostNoDigitsThatAFactorHas() {
        Random random = new Random(20_261_202);
        float[] values = new float[1_000_003];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
            squares += (double) values[i] * values[i];
        }
        double exact = Math.sqrt(squares);
        assertThat(norm.of(values)).isCloseTo(exact, within(1e-7 * exact));
    }

    /** Squares of these are infinite, subnormal or 0 as floats. */
    @ParameterizedTest
    @ValueSource(floats = {Float.MAX_VALUE, 1e20f, 1e-18f, 1e-20f, 1e-30f, Float.MIN_VALUE})
    void squaresMayLeaveTheRangeOfFloats(float value) {
        float[] values = new float[10_000];
        Arrays.fill(values, value);
        assertThat(norm.of(values)).isCloseTo(100.0 * value, within(1e-7 * 100 * value));
    }

    @Test
    void whatIsNotFiniteShows() {
        float[] values = new float[100];
        values[50] = Float.NEGATIVE_INFINITY;
        assertThat(norm.of(values)).isPositive().isInfinite();
        values[99] = Float.NaN;
        assertThat(norm.of(values)).isNaN();
    }
}
