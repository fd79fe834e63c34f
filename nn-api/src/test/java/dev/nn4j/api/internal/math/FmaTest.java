// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The arithmetic that takes the place of a missing instruction, against {@code Math.fma}. Seed 1 to 5. */
class FmaTest {
    private static final float[] FLOATS = {
        0f,
        1f,
        3f,
        0.1f,
        1 + 0x1p-23f,
        1 - 0x1p-24f,
        0x1.fffffep-1f,
        0x1p-12f,
        0x1.000002p-12f,
        0x1p-63f,
        0x1.fffffep-64f,
        0x1p-75f,
        0x1.8p-75f,
        0x1p12f,
        0x1.000002p63f,
        0x1p64f,
        0x1.fffffep63f,
        Float.MIN_VALUE,
        3 * Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MIN_NORMAL - Float.MIN_VALUE,
        Float.MIN_NORMAL + Float.MIN_VALUE,
        Float.MAX_VALUE,
        0x1.fffffcp127f,
        0x1p103f,
        0x1p104f,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    @Test
    void specialFloatsInAllCombinationsAndSigns() {
        for (float a : FLOATS) {
            for (float b : FLOATS) {
                for (float c : FLOATS) {
                    assertSame(a, b, c);
                    assertSame(-a, b, c);
                    assertSame(a, b, -c);
                    assertSame(-a, b, -c);
                }
            }
        }
    }

    @Test
    void floatsOfAnyBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 3_000_000; i++) {
            assertSame(any(random), any(random), any(random));
        }
    }

    @Test
    void floatsOfLikeSizeWhoseSumsCancel() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 1_000_000; i++) {
            float a = ofSize(random, -20, 20);
            float b = ofSize(random, -20, 20);
            float near = -(a * b);
            assertSame(a, b, near);
            assertSame(a, b, Math.nextUp(near));
            assertSame(a, b, near * 0.5f);
            assertSame(a, b, ofSize(random, -45, 45));
        }
    }

    /** The sum in double is half-way between two floats, and what it lost decides. */
    @Test
    void sumsThatAreRoundedToHalfWayBetweenTwoFloats() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1_000_000; i++) {
            float c = ofSize(random, -20, 20);
            float half = Math.ulp(c) / 2;
            // a·b is half an ulp, and beyond the bits of a double a little more, a little less or nothing
            float tiny = random.nextInt(3) - 1;
            float a = 1 + tiny * 0x1p-23f;
            float b = half * (1 - tiny * 0x1p-23f);
            assertSame(a, b, c);
            assertSame(a, -b, c);
            assertSame(a, 3 * b, -c);
            float many = ofSize(random, 0, 1);
            assertSame(many, half / many, c);
        }
    }

    @Test
    void sumsBelowTheLeastNormalFloat() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2_000_000; i++) {
            float a = ofSize(random, -80, -60);
            float b = ofSize(random, -80, -60);
            assertSame(a, b, ofSize(random, -149, -120));
            assertSame(a, b, 0f);
            assertSame(a, b, (random.nextInt(9) - 4) * Float.MIN_VALUE);
            assertSame(0x1p-75f, 0x1p-75f * (1 + random.nextInt(3) * 0x1p-23f), random.nextInt(4) * Float.MIN_VALUE);
        }
    }

    @Test
    void doublesOfAnySizeAndSign() {
        double[] special = {
            0,
            1,
            0.1,
            1 + 0x1p-52,
            1 - 0x1p-53,
            0x1p-53,
            0x1p-54,
            0x1p-106,
            3,
            0x1p900,
            0x1p-900,
            0x1p-1000,
            1e300,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        for (double a : special) {
            for (double b : special) {
                for (double c : special) {
                    assertSame(a, b, c);
                    assertSame(-a, b, c);
                    assertSame(a, b, -c);
                    assertSame(-a, b, -c);
                }
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1_000_000; i++) {
            double a = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(60) - 30);
            double b = random.nextDouble() * Math.scalb(1.0, random.nextInt(60) - 30);
            assertSame(a, b, -(a * b));
            assertSame(a, b, Math.nextUp(-(a * b)));
            assertSame(a, b, (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(240) - 120));
            double c = random.nextDouble() + 1;
            assertSame(1 + 0x1p-52, (1 - 0x1p-52) * Math.ulp(c) / 2, c);
            assertSame(1 + 0x1p-52, (1 + 0x1p-52) * Math.ulp(c) / 2, c);
            assertSame(a, Math.ulp(c) / 2 / a, c);
        }
    }

    @Test
    void thisMachinesOwnIsTakenWhereItIsFast() {
        assertThat(Fma.of(3f, 4f, 5f)).isEqualTo(17f);
        assertThat(DoubleFma.of(3.0, 4.0, 5.0)).isEqualTo(17.0);
    }

    private static void assertSame(float a, float b, float c) {
        float expected = Math.fma(a, b, c);
        float found = Fma.inDoubles(a, b, c);
        if (Float.floatToIntBits(expected) != Float.floatToIntBits(found)) {
            throw new AssertionError(Float.toHexString(a) + " · " + Float.toHexString(b) + " + " + Float.toHexString(c)
                    + " is " + Float.toHexString(expected) + ", got " + Float.toHexString(found));
        }
    }

    private static void assertSame(double a, double b, double c) {
        double expected = Math.fma(a, b, c);
        double found = DoubleFma.inPairs(a, b, c);
        if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(found)) {
            throw new AssertionError(Double.toHexString(a) + " · " + Double.toHexString(b) + " + "
                    + Double.toHexString(c) + " is " + Double.toHexString(expected) + ", got "
                    + Double.toHexString(found));
        }
    }

    private static float any(SplittableRandom random) {
        return Float.intBitsToFloat(random.nextInt());
    }

    private static float ofSize(SplittableRandom random, int from, int to) {
        float mantissa = 1 + random.nextInt(1 << 23) * 0x1p-23f;
        float size = Math.scalb(mantissa, from + random.nextInt(to - from));
        return random.nextBoolean() ? size : -size;
    }
}
