// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.internal.math.LongSlices;
import dev.nn4j.vector.Lanes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FloatMath's functions by vectors give the scalar ones' bits, of every float, wherever a slice begins and ends. */
class VectorSliceFunctionsTest {
    private static final long SEED = 20_261_124;
    private static final long ALL_FLOATS = 1L << 32;
    private static final long SWEEP_STRIDE = 257;
    private static final float UNTOUCHED = 42f;

    /** Where a formula, a clamp or a limit takes over from another; their neighbours and negatives are tried too. */
    private static final float[] THRESHOLDS = {
        0f,
        Float.MIN_NORMAL,
        0x1p-25f,
        0.125f,
        0.25f,
        0.3465736f,
        0.375f,
        0.41421357f,
        0.5f,
        0.6931472f,
        0.70710677f,
        0.88137361f,
        0.75f,
        1f,
        1.4142135f,
        2f,
        17.33f,
        18f,
        87.33654f,
        88.37626f,
        88.72284f,
        89f,
        103.27893f,
        103.97208f,
        104f,
        0x1p22f,
        0x1p23f,
        0x1p24f,
        0x1p60f,
        0x1.6a09e6p60f,
        0x1p126f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY
    };

    private static final int NEIGHBOURS = 32;
    private static final int[] NAN_BITS = {0x7FC00000, 0xFFC00000, 0x7F800001, 0xFF800001, 0x7FFFFFFF, 0xFFFFFFFF};

    static List<TwinFunction> all() {
        return TwinFunction.ALL;
    }

    @BeforeAll
    static void floatMathIsWarm() {
        assertThat(LongSlices.arePaidBy(Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void floatMathFindsThem() {
        assertThat(LongSlices.functions()).isInstanceOf(VectorSliceFunctions.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void agreeOnEvery257thOfAllFloats(TwinFunction function) {
        float[] x = new float[1 << 14];
        long step = x.length * SWEEP_STRIDE;
        for (long first = 0; first < ALL_FLOATS; first += step) {
            for (int i = 0; i < x.length; i++) {
                x[i] = Float.intBitsToFloat((int) (first + i * SWEEP_STRIDE));
            }
            assertAgreement(function, x);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void agreeAroundEveryThresholdAndOnNan(TwinFunction function) {
        int each = 2 * NEIGHBOURS;
        float[] x = new float[2 * each * THRESHOLDS.length + NAN_BITS.length + Lanes.COUNT];
        int at = 0;
        for (float threshold : THRESHOLDS) {
            int least = Math.max(0, Float.floatToRawIntBits(threshold) - NEIGHBOURS);
            for (int bits = least; bits < least + each; bits++) {
                x[at++] = Float.intBitsToFloat(bits);
                x[at++] = -Float.intBitsToFloat(bits);
            }
        }
        for (int bits : NAN_BITS) {
            x[at++] = Float.intBitsToFloat(bits);
        }
        assertAgreement(function, x);
    }

    @ParameterizedTest
    @MethodSource("all")
    void agreeOnSlicesOfEveryLengthAndTouchNothingElse(TwinFunction function) {
        for (int length = 0; length <= 70; length++) {
            for (int from = 0; from <= 9; from++) {
                assertSliceAgrees(function, numbers(from + length + 9, length), from, from + length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void agreeOnLongSlices(TwinFunction function) {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            int from = random.nextInt(100);
            int to = from + random.nextInt(5000);
            assertSliceAgrees(function, numbers(to + random.nextInt(100), round), from, to);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void takeAsManyElementsAsFillWholeVectors(TwinFunction function) {
        float[] x = numbers(100, 0);
        for (int to = 3; to <= 100; to++) {
            int whole = (to - 3) / Lanes.COUNT * Lanes.COUNT;
            assertThat(function.vectors().apply(x, new float[100], 3, to)).isEqualTo(3 + whole);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void mayWriteOverTheirArguments(TwinFunction function) {
        float[] x = numbers(1003, 1);
        float[] apart = x.clone();
        function.slice().apply(x, apart, 1, 1000);
        function.slice().apply(x, x, 1, 1000);
        assertThat(Arrays.equals(x, apart)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void refuseASliceThatLeavesTheArrays(TwinFunction function) {
        float[] small = new float[64];
        float[] large = new float[96];
        for (int[] slice : new int[][] {{0, 96}, {60, 80}, {-4, 40}, {-40, -8}}) {
            assertThatThrownBy(() -> function.slice().apply(small, large, slice[0], slice[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> function.slice().apply(large, small, slice[0], slice[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** By vectors alone: the length is a multiple of theirs. */
    private static void assertAgreement(TwinFunction function, float[] x) {
        int whole = x.length / Lanes.COUNT * Lanes.COUNT;
        float[] y = new float[x.length];
        assertThat(function.vectors().apply(x, y, 0, whole)).isEqualTo(whole);
        for (int i = 0; i < whole; i++) {
            assertSame(function, x[i], y[i]);
        }
    }

    private static void assertSliceAgrees(TwinFunction function, float[] x, int from, int to) {
        float[] y = new float[x.length];
        Arrays.fill(y, UNTOUCHED);
        function.slice().apply(x, y, from, to);
        for (int i = 0; i < x.length; i++) {
            if (i >= from && i < to) {
                assertSame(function, x[i], y[i]);
            } else {
                assertThat(y[i]).as("element %s beside [%s, %s)", i, from, to).isEqualTo(UNTOUCHED);
            }
        }
    }

    private static void assertSame(TwinFunction function, float x, float actual) {
        float expected = function.value().apply(x);
        if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) { // a message for each would take minutes
            assertThat(actual)
                    .as("%s(%s), 0x%08x", function, x, Float.floatToRawIntBits(x))
                    .isEqualTo(expected);
            throw new AssertionError(function + "(" + x + ") has the sign of " + actual + ", expected " + expected);
        }
    }

    /** Common arguments, with any float at all in one place of eight. */
    private static float[] numbers(int count, int salt) {
        Random random = new Random(SEED + salt);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            boolean any = random.nextInt(8) == 0;
            numbers[i] = any ? Float.intBitsToFloat(random.nextInt()) : (float) random.nextGaussian() * 10;
        }
        return numbers;
    }
}
