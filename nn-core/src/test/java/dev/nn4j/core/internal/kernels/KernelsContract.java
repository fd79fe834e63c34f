// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Clamp;
import dev.nn4j.core.sample.Bits;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kernels must compute: bit for bit what one naive chain of fma for each element gives, and nothing written beside
 * it. Every array carries a margin on both sides that must stay as it was.
 */
public abstract class KernelsContract {
    private static final int MARGIN = 5;
    private static final int[] SIZES = {1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 63, 65, 127, 257, 300};
    private static final float[] EXTREMES = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        1e-40f,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1f,
        -1f
    };

    private static final Clamp[] CLAMPS = {new Clamp(0, Float.POSITIVE_INFINITY), Clamp.NONE, new Clamp(-0.25f, 0.5f)};

    /** The implementation. */
    protected abstract Kernels newKernels();

    /**
     * A product of X {@code [rows, in]} and W {@code [in, out]}, every number known from the seed.
     *
     * @param extremes share of the numbers that are NaN, infinite, zero, subnormal or huge
     */
    protected record Shape(int rows, int in, int out, double extremes) {
        private float[] numbers(int count, int salt) {
            SplittableRandom random = new SplittableRandom(31L * (31L * (31L * rows + in) + out) + salt);
            float[] numbers = new float[count + 2 * MARGIN];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextDouble() < extremes
                        ? EXTREMES[random.nextInt(EXTREMES.length)]
                        : (float) (random.nextDouble() * 2 - 1);
            }
            return numbers;
        }
    }

    /** Each size in each place, the other two running through all sizes at strides that share no factor with them. */
    static Stream<Shape> shapes() {
        Stream.Builder<Shape> shapes = Stream.builder();
        int n = SIZES.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int third = SIZES[(7 * i + 4 * j) % n];
                if ((long) SIZES[i] * SIZES[j] * third <= 1_500_000) {
                    shapes.add(new Shape(SIZES[i], SIZES[j], third, 0));
                }
            }
        }
        return Stream.concat(shapes.build(), corners());
    }

    /** Large in two or three places, where blocks of every kind begin and end. */
    private static Stream<Shape> corners() {
        return Stream.of(
                new Shape(300, 300, 300, 0),
                new Shape(257, 257, 257, 0),
                new Shape(1, 1025, 1, 0),
                new Shape(1, 784, 512, 0),
                new Shape(4, 3, 2100, 0),
                new Shape(3, 2100, 4, 0),
                new Shape(600, 2, 3, 0),
                new Shape(65, 513, 17, 0),
                new Shape(129, 64, 64, 0));
    }

    static Stream<Shape> extremes() {
        return Stream.of(
                new Shape(1, 1, 1, 1),
                new Shape(7, 3, 17, 1),
                new Shape(33, 17, 65, 0.02),
                new Shape(65, 127, 31, 0.002),
                new Shape(16, 300, 16, 0.0005),
                new Shape(31, 8, 8, 0.3),
                new Shape(2, 257, 300, 0.0003));
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void affineIsAChainFromTheBias(Shape shape) {
        float[] x = shape.numbers(shape.rows * shape.in, 1);
        float[] parameters = shape.numbers(shape.in * shape.out + shape.out, 2);
        int bias = MARGIN + shape.in * shape.out;
        float[] z = shape.numbers(shape.rows * shape.out, 3);
        float[] expected = z.clone();
        for (int r = 0; r < shape.rows; r++) {
            for (int j = 0; j < shape.out; j++) {
                float chain = parameters[bias + j];
                for (int i = 0; i < shape.in; i++) {
                    chain = Math.fma(x[MARGIN + r * shape.in + i], parameters[MARGIN + i * shape.out + j], chain);
                }
                expected[MARGIN + r * shape.out + j] = chain;
            }
        }
        newKernels().affine(x, MARGIN, parameters, MARGIN, bias, z, MARGIN, shape.rows, shape.in, shape.out);
        assertSameBits(z, expected);
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void affineWithoutBiasIsAChainFromZero(Shape shape) {
        float[] x = shape.numbers(shape.rows * shape.in, 4);
        float[] parameters = shape.numbers(shape.in * shape.out, 5);
        float[] z = shape.numbers(shape.rows * shape.out, 6);
        float[] expected = z.clone();
        for (int r = 0; r < shape.rows; r++) {
            for (int j = 0; j < shape.out; j++) {
                float chain = 0;
                for (int i = 0; i < shape.in; i++) {
                    chain = Math.fma(x[MARGIN + r * shape.in + i], parameters[MARGIN + i * shape.out + j], chain);
                }
                expected[MARGIN + r * shape.out + j] = chain;
            }
        }
        newKernels().affine(x, MARGIN, parameters, MARGIN, Kernels.NO_BIAS, z, MARGIN, shape.rows, shape.in, shape.out);
        assertSameBits(z, expected);
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void fixedWeightsGiveWhatAffineAndClampGive(Shape shape) {
        Clamp clamp = CLAMPS[shape.out % CLAMPS.length];
        float[] x = shape.numbers(shape.rows * shape.in, 18);
        float[] parameters = shape.numbers(shape.in * shape.out + shape.out, 19);
        int bias = shape.in % 4 == 3 ? Kernels.NO_BIAS : MARGIN + shape.in * shape.out;
        float[] a = shape.numbers(shape.rows * shape.out, 20);
        float[] expected = a.clone();
        Kernels kernels = newKernels();
        kernels.affine(x, MARGIN, parameters, MARGIN, bias, expected, MARGIN, shape.rows, shape.in, shape.out);
        for (int i = MARGIN; i < MARGIN + shape.rows * shape.out; i++) {
            expected[i] = clamp.apply(expected[i]);
        }
        FixedWeights fixed = kernels.fix(parameters, MARGIN, bias, shape.in, shape.out, clamp);
        newKernels().affine(fixed, x, MARGIN, a, MARGIN, shape.rows);
        assertSameBits(a, expected);
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void weightGradientGoesOnWithItsChains(Shape shape) {
        float[] x = shape.numbers(shape.rows * shape.in, 7);
        float[] dz = shape.numbers(shape.rows * shape.out, 8);
        float[] gradient = shape.numbers(shape.in * shape.out, 9);
        float[] expected = gradient.clone();
        continueWeightGradient(shape, x, dz, expected, 0, shape.in);
        newKernels().weightGradient(x, dz, shape.rows, gradient, false, MARGIN, shape.in, shape.out, 0, shape.in);
        assertSameBits(gradient, expected);
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void weightGradientBeginsItsChainsAtZeroWhateverWasThere(Shape shape) {
        float[] x = shape.numbers(shape.rows * shape.in, 7);
        float[] dz = shape.numbers(shape.rows * shape.out, 8);
        float[] gradient = shape.numbers(shape.in * shape.out, 9);
        int to = shape.in - shape.in / 4;
        float[] expected = gradient.clone();
        Arrays.fill(expected, MARGIN, MARGIN + to * shape.out, 0);
        continueWeightGradient(shape, x, dz, expected, 0, to);
        newKernels().weightGradient(x, dz, shape.rows, gradient, true, MARGIN, shape.in, shape.out, 0, to);
        assertSameBits(gradient, expected);
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void weightGradientOfSomeInputsLeavesTheOthersAlone(Shape shape) {
        float[] x = shape.numbers(shape.rows * shape.in, 10);
        float[] dz = shape.numbers(shape.rows * shape.out, 11);
        float[] gradient = shape.numbers(shape.in * shape.out, 12);
        int from = shape.in / 3;
        int to = shape.in - shape.in / 4;
        float[] expected = gradient.clone();
        continueWeightGradient(shape, x, dz, expected, from, to);
        newKernels().weightGradient(x, dz, shape.rows, gradient, false, MARGIN, shape.in, shape.out, from, to);
        assertSameBits(gradient, expected);
    }

    /** X and dZ begin at index 0 in this kernel. */
    private static void continueWeightGradient(Shape shape, float[] x, float[] dz, float[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            for (int j = 0; j < shape.out; j++) {
                float chain = gradient[MARGIN + i * shape.out + j];
                for (int r = 0; r < shape.rows; r++) {
                    chain = Math.fma(x[r * shape.in + i], dz[r * shape.out + j], chain);
                }
                gradient[MARGIN + i * shape.out + j] = chain;
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void biasGradientGoesOnWithItsSums(Shape shape) {
        float[] dz = shape.numbers(shape.rows * shape.out, 13);
        float[] gradient = shape.numbers(shape.out, 14);
        float[] expected = gradient.clone();
        continueBiasGradient(shape, dz, expected);
        newKernels().biasGradient(dz, shape.rows, gradient, false, MARGIN, shape.out);
        assertSameBits(gradient, expected);
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void biasGradientBeginsItsSumsAtZeroWhateverWasThere(Shape shape) {
        float[] dz = shape.numbers(shape.rows * shape.out, 13);
        float[] gradient = shape.numbers(shape.out, 14);
        float[] expected = gradient.clone();
        Arrays.fill(expected, MARGIN, MARGIN + shape.out, 0);
        continueBiasGradient(shape, dz, expected);
        newKernels().biasGradient(dz, shape.rows, gradient, true, MARGIN, shape.out);
        assertSameBits(gradient, expected);
    }

    /** DZ begins at index 0 in this kernel. */
    private static void continueBiasGradient(Shape shape, float[] dz, float[] gradient) {
        for (int j = 0; j < shape.out; j++) {
            for (int r = 0; r < shape.rows; r++) {
                gradient[MARGIN + j] += dz[r * shape.out + j];
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"shapes", "extremes"})
    void inputGradientIsAChainFromZero(Shape shape) {
        float[] dz = shape.numbers(shape.rows * shape.out, 15);
        float[] parameters = shape.numbers(shape.in * shape.out, 16);
        float[] dx = shape.numbers(shape.rows * shape.in, 17);
        float[] expected = dx.clone();
        for (int r = 0; r < shape.rows; r++) {
            for (int i = 0; i < shape.in; i++) {
                float chain = 0;
                for (int j = 0; j < shape.out; j++) {
                    chain = Math.fma(dz[MARGIN + r * shape.out + j], parameters[MARGIN + i * shape.out + j], chain);
                }
                expected[MARGIN + r * shape.in + i] = chain;
            }
        }
        newKernels().inputGradient(dz, MARGIN, parameters, MARGIN, dx, MARGIN, shape.rows, shape.in, shape.out);
        assertSameBits(dx, expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33})
    void squaresAreSummedInChainsThatDoNotDependOnTheMachine(int rows) {
        int chains = Kernels.SQUARE_CHAINS;
        for (double extremes : new double[] {0, 0.01, 1}) {
            float[] values = new Shape(rows, 1, 1, extremes).numbers(rows * chains, 21);
            float[] expected = new float[chains];
            for (int i = 0; i < rows * chains; i++) {
                expected[i % chains] += values[MARGIN + i] * values[MARGIN + i];
            }
            float[] sums = new Shape(1, 1, 1, 1).numbers(chains - 2 * MARGIN, 22);
            newKernels().squares(values, MARGIN, rows, sums);
            assertSameBits(sums, expected);
        }
    }

    /** Scratch memory of a large product must not show in a small one after it. */
    @Test
    void nothingIsLeftOverFromTheCallBefore() {
        Kernels used = newKernels();
        for (Shape shape : new Shape[] {
            new Shape(300, 257, 300, 0.01), new Shape(3, 7, 17, 0), new Shape(33, 1, 5, 0), new Shape(1, 65, 31, 0)
        }) {
            float[] x = shape.numbers(shape.rows * shape.in, 18);
            float[] parameters = shape.numbers(shape.in * shape.out, 19);
            float[] once = new float[shape.rows * shape.out];
            float[] again = once.clone();
            used.affine(x, 0, parameters, 0, Kernels.NO_BIAS, once, 0, shape.rows, shape.in, shape.out);
            newKernels().affine(x, 0, parameters, 0, Kernels.NO_BIAS, again, 0, shape.rows, shape.in, shape.out);
            assertSameBits(once, again);
        }
    }

    @Test
    void noRowsAndNoInputsAreNoWork() {
        float[] z = {9, 9, 9, 9};
        newKernels().affine(new float[0], 0, new float[] {1, 2}, 0, 0, z, 1, 0, 1, 2);
        assertThat(z).containsExactly(9, 9, 9, 9);
        newKernels().weightGradient(new float[] {1, 2}, new float[] {3, 4}, 1, z, true, 0, 2, 2, 1, 1);
        assertThat(z).containsExactly(9, 9, 9, 9);
    }

    private static void assertSameBits(float[] found, float[] expected) {
        int[] foundBits = Bits.of(found);
        int[] expectedBits = Bits.of(expected);
        int at = Arrays.mismatch(foundBits, expectedBits);
        if (at >= 0) {
            assertThat(found[at])
                    .as("element %d of %d, a margin of %d included", at, found.length, MARGIN)
                    .isEqualTo(expected[at]);
            assertThat(foundBits[at]).as("bits of element %d", at).isEqualTo(expectedBits[at]);
        }
    }
}
