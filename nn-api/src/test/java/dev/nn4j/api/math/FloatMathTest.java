// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatMathTest {
    private static final long ALL_FLOATS = 1L << 32;
    private static final int SWEEP_STRIDE = 4099;
    private static final int GOLDEN_STRIDE = 16411;

    /** Where a formula, a clamp or a limit takes over from another. */
    private static final float[] THRESHOLDS = {
        0f,
        Float.MIN_NORMAL,
        0x1p-24f,
        0x1p-12f,
        0.125f,
        0.25f,
        0.3465736f,
        0.375f,
        0.5f,
        0.70710677f,
        0.75f,
        1f,
        1.4142135f,
        2f,
        3.83f,
        3.93f,
        9.03f,
        16.63f,
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
        0x1p61f,
        0x1p126f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY
    };

    private static final int NEIGHBOURS = 64;

    static List<MathFunction> all() {
        return MathFunction.ALL;
    }

    static List<MathFunction> odd() {
        return List.of(MathFunction.TANH, MathFunction.ERF);
    }

    static List<MathFunction> bounded() {
        return List.of(
                MathFunction.TANH,
                MathFunction.ERF,
                MathFunction.SIGMOID,
                MathFunction.COS_TURNS,
                MathFunction.SIN_TURNS);
    }

    @ParameterizedTest
    @MethodSource("all")
    void errorStaysWithinTheStatedBoundAcrossAllFloats(MathFunction function) {
        for (long bits = 0; bits < ALL_FLOATS; bits += SWEEP_STRIDE) {
            assertWithinBound(function, Float.intBitsToFloat((int) bits));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void errorStaysWithinTheStatedBoundAroundThresholds(MathFunction function) {
        for (float threshold : THRESHOLDS) {
            int centre = Float.floatToRawIntBits(threshold);
            for (int bits = Math.max(0, centre - NEIGHBOURS); bits <= centre + NEIGHBOURS; bits++) {
                assertWithinBound(function, Float.intBitsToFloat(bits));
                assertWithinBound(function, -Float.intBitsToFloat(bits));
            }
        }
    }

    private static void assertWithinBound(MathFunction function, float x) {
        float actual = function.value().apply(x);
        double exact = function.reference().applyAsDouble(x);
        double error = Reference.ulps(actual, exact);
        if (!(error <= function.bound())) { // a message for each of a million values would take most of the time
            assertThat(error)
                    .as("%s(%s) = %s, exactly %s: error in ulp", function, x, actual, exact)
                    .isLessThanOrEqualTo(function.bound());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void bitsOfResultsAreTheSameForEver(MathFunction function) throws NoSuchAlgorithmException {
        int count = (int) (ALL_FLOATS / GOLDEN_STRIDE);
        ByteBuffer results = ByteBuffer.allocate(count * Float.BYTES);
        for (int i = 0; i < count; i++) {
            float x = Float.intBitsToFloat((int) ((long) i * GOLDEN_STRIDE));
            results.putInt(Float.floatToIntBits(function.value().apply(x))); // one NaN for all
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(results.array());
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(function.golden());
    }

    @ParameterizedTest
    @MethodSource("all")
    void sliceGivesTheBitsOfTheValueFormAndTouchesNothingElse(MathFunction function) {
        float[] x = spread(1000);
        float[] y = new float[x.length];
        Arrays.fill(y, 42f);
        function.slice().apply(x, y, 3, 990);
        for (int i = 0; i < x.length; i++) {
            float expected = i >= 3 && i < 990 ? function.value().apply(x[i]) : 42f;
            assertThat(Float.floatToIntBits(y[i]))
                    .as("%s(%s)", function, x[i])
                    .isEqualTo(Float.floatToIntBits(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void sliceMayBeWrittenOverItself(MathFunction function) {
        float[] x = spread(1000);
        float[] apart = new float[x.length];
        function.slice().apply(x, apart, 0, x.length);
        function.slice().apply(x, x, 0, x.length);
        assertThat(x).usingComparator(FloatMathTest::compareBits).isEqualTo(apart);
    }

    @ParameterizedTest
    @MethodSource("all")
    void sliceMayBeEmptyButNotLeaveTheArray(MathFunction function) {
        float[] x = {1f, 1f};
        function.slice().apply(x, x, 1, 1);
        assertThat(x).containsExactly(1f, 1f);
        assertThatThrownBy(() -> function.slice().apply(x, x, 1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nanGivesNan(MathFunction function) {
        for (int bits : new int[] {0x7FC00000, 0xFFC00000, 0x7F800001, 0xFF800001, 0x7FFFFFFF, 0xFFFFFFFF}) {
            assertThat(function.value().apply(Float.intBitsToFloat(bits))).isNaN();
        }
    }

    @Test
    void expOfSpecialValues() {
        assertSame(FloatMath.exp(Float.NEGATIVE_INFINITY), 0f);
        assertSame(FloatMath.exp(-0f), 1f);
        assertSame(FloatMath.exp(Float.POSITIVE_INFINITY), Float.POSITIVE_INFINITY);
        assertSame(FloatMath.exp(Float.MAX_VALUE), Float.POSITIVE_INFINITY);
        assertSame(FloatMath.exp(-Float.MAX_VALUE), 0f);
        // ln(Float.MAX_VALUE) = 88.722839052...; ln(2^-150), half the least float, = -103.9720770...
        assertThat(FloatMath.exp(88.72283f)).isLessThan(Float.POSITIVE_INFINITY);
        assertSame(FloatMath.exp(Math.nextUp(88.72283f)), Float.POSITIVE_INFINITY);
        assertSame(FloatMath.exp(-103.97208f), Float.MIN_VALUE);
        assertSame(FloatMath.exp(Math.nextDown(-103.97208f)), 0f);
    }

    @Test
    void expm1OfSpecialValues() {
        assertSame(FloatMath.expm1(0f), 0f);
        assertSame(FloatMath.expm1(-0f), -0f);
        assertSame(FloatMath.expm1(Float.MIN_VALUE), Float.MIN_VALUE);
        assertSame(FloatMath.expm1(-Float.MIN_VALUE), -Float.MIN_VALUE);
        assertSame(FloatMath.expm1(Float.NEGATIVE_INFINITY), -1f);
        assertSame(FloatMath.expm1(Float.POSITIVE_INFINITY), Float.POSITIVE_INFINITY);
        assertThat(FloatMath.expm1(88.72283f)).isLessThan(Float.POSITIVE_INFINITY);
        assertSame(FloatMath.expm1(Math.nextUp(88.72283f)), Float.POSITIVE_INFINITY);
    }

    @Test
    void logOfSpecialValues() {
        assertSame(FloatMath.log(0f), Float.NEGATIVE_INFINITY);
        assertSame(FloatMath.log(-0f), Float.NEGATIVE_INFINITY);
        assertSame(FloatMath.log(1f), 0f);
        assertSame(FloatMath.log(Float.POSITIVE_INFINITY), Float.POSITIVE_INFINITY);
        assertThat(FloatMath.log(-Float.MIN_VALUE)).isNaN();
        assertThat(FloatMath.log(-1f)).isNaN();
        assertThat(FloatMath.log(Float.NEGATIVE_INFINITY)).isNaN();
        assertSame(FloatMath.log(Float.MIN_VALUE), -103.27893f);
    }

    @Test
    void log1pOfSpecialValues() {
        assertSame(FloatMath.log1p(0f), 0f);
        assertSame(FloatMath.log1p(-0f), -0f);
        assertSame(FloatMath.log1p(Float.MIN_VALUE), Float.MIN_VALUE);
        assertSame(FloatMath.log1p(-Float.MIN_VALUE), -Float.MIN_VALUE);
        assertSame(FloatMath.log1p(-1f), Float.NEGATIVE_INFINITY);
        assertSame(FloatMath.log1p(Float.POSITIVE_INFINITY), Float.POSITIVE_INFINITY);
        assertThat(FloatMath.log1p(Math.nextDown(-1f))).isNaN();
        assertThat(FloatMath.log1p(Float.NEGATIVE_INFINITY)).isNaN();
    }

    @Test
    void tanhAndErfOfSpecialValues() {
        for (MathFunction function : odd()) {
            assertSame(function.value().apply(0f), 0f);
            assertSame(function.value().apply(-0f), -0f);
            assertSame(function.value().apply(Float.MIN_VALUE), Float.MIN_VALUE);
            assertSame(function.value().apply(-Float.MIN_VALUE), -Float.MIN_VALUE);
            assertSame(function.value().apply(Float.POSITIVE_INFINITY), 1f);
            assertSame(function.value().apply(Float.NEGATIVE_INFINITY), -1f);
            assertSame(function.value().apply(Float.MAX_VALUE), 1f);
            assertSame(function.value().apply(9.03f), 1f);
            assertSame(function.value().apply(-9.1f), -1f);
        }
    }

    @Test
    void erfIsOneFromItsLimitOn() {
        assertSame(FloatMath.erf(3.93f), 1f);
        assertSame(FloatMath.erf(-5f), -1f);
    }

    @Test
    void sigmoidOfSpecialValues() {
        assertSame(FloatMath.sigmoid(0f), 0.5f);
        assertSame(FloatMath.sigmoid(-0f), 0.5f);
        assertSame(FloatMath.sigmoid(Float.POSITIVE_INFINITY), 1f);
        assertSame(FloatMath.sigmoid(Float.NEGATIVE_INFINITY), 0f);
        assertSame(FloatMath.sigmoid(-103.97207f), Float.MIN_VALUE);
    }

    @Test
    void softplusOfSpecialValues() {
        assertSame(FloatMath.softplus(0f), 0.6931472f);
        assertSame(FloatMath.softplus(Float.POSITIVE_INFINITY), Float.POSITIVE_INFINITY);
        assertSame(FloatMath.softplus(Float.NEGATIVE_INFINITY), 0f);
        assertSame(FloatMath.softplus(-103.97207f), Float.MIN_VALUE);
        assertSame(FloatMath.softplus(Float.MAX_VALUE), Float.MAX_VALUE);
    }

    @Test
    void cosTurnsAndSinTurnsOfSpecialValues() {
        assertSame(FloatMath.cosTurns(0f), 1f);
        assertSame(FloatMath.cosTurns(-0f), 1f);
        assertSame(FloatMath.cosTurns(0.25f), 0f);
        assertSame(FloatMath.cosTurns(-0.5f), -1f);
        assertSame(FloatMath.cosTurns(0.75f), 0f);
        assertSame(FloatMath.cosTurns(8388607.5f), -1f);
        assertSame(FloatMath.cosTurns(Float.MAX_VALUE), 1f);
        assertThat(FloatMath.cosTurns(Float.NEGATIVE_INFINITY)).isNaN();
        assertSame(FloatMath.sinTurns(0f), 0f);
        assertSame(FloatMath.sinTurns(-0f), -0f);
        assertSame(FloatMath.sinTurns(0.25f), 1f);
        assertSame(FloatMath.sinTurns(0.5f), 0f);
        assertSame(FloatMath.sinTurns(-1.25f), -1f);
        assertSame(FloatMath.sinTurns(-7f), -0f);
        assertSame(FloatMath.sinTurns(Float.MAX_VALUE), 0f);
        assertThat(FloatMath.sinTurns(Float.POSITIVE_INFINITY)).isNaN();
    }

    @Test
    void wholeTurnsChangeNothing() {
        for (int i = 0; i < 4096; i++) {
            float t = i / 4096f;
            for (float turns : new float[] {1f, -3f, 1000f}) {
                assertThat(FloatMath.cosTurns(t + turns)).isEqualTo(FloatMath.cosTurns(t));
                assertThat(FloatMath.sinTurns(t + turns) + 0f).isEqualTo(FloatMath.sinTurns(t) + 0f);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void resultsNeverLeaveTheirRange(MathFunction function) {
        float least = function.equals(MathFunction.SIGMOID) ? 0f : -1f;
        for (long bits = 0; bits < ALL_FLOATS; bits += SWEEP_STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            float y = function.value().apply(x);
            if (!((y >= least && y <= 1f) || Float.isNaN(y))) {
                assertThat(y).as("%s(%s)", function, x).isBetween(least, 1f);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    void oddFunctionsAreOdd(MathFunction function) {
        for (float x : spread(10_000)) {
            assertSame(function.value().apply(-x), -function.value().apply(x));
        }
    }

    /** Floats of every size and sign, NaN and infinities included. */
    private static float[] spread(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Float.intBitsToFloat((int) (i * (ALL_FLOATS / count)));
        }
        return values;
    }

    private static int compareBits(float[] a, float[] b) {
        return Arrays.compare(a, b); // Float.compare: tells -0 from 0 and takes NaN as equal to NaN
    }

    private static void assertSame(float actual, float expected) {
        assertThat(Float.floatToIntBits(actual))
                .as("%s, expected %s", actual, expected)
                .isEqualTo(Float.floatToIntBits(expected));
    }
}
