// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Clamp;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.kernels.ScalarKernels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What kernels of this module must give: the scalar ones' bits, whatever the shape and the numbers. */
abstract class SameAsPlainJava {
    private static final int[] AWKWARD = {1, 3, 7, 8, 15, 16, 17, 31, 33, 63, 65, 127};
    private static final Clamp[] CLAMPS = {
        new Clamp(0, Float.POSITIVE_INFINITY),
        new Clamp(-0f, Float.POSITIVE_INFINITY),
        Clamp.NONE,
        new Clamp(-0.25f, 0.5f),
        new Clamp(-1, 0)
    };

    private final Kernels scalar = new ScalarKernels();
    private final Kernels vector;
    private final Random random = new Random(20_261_123);
    private Numbers kind = Numbers.ORDINARY;

    SameAsPlainJava(Kernels vector) {
        this.vector = vector;
    }

    @ParameterizedTest
    @EnumSource
    void agree_on_every_awkward_shape(Numbers numbers) {
        kind = numbers;
        forEveryShape();
    }

    @Test
    void agree_on_shapes_that_are_worked_in_blocks() {
        compare(130, 300, 280);
        compare(5, 1100, 40);
        compare(9, 70, 2100);
        compare(16, 64, 64);
        compare(19, 300, 130);
        compare(70, 1500, 300);
        compare(1100, 65, 130);
    }

    @Test
    void clamp_a_row_as_the_clamp_itself_does() {
        for (Clamp clamp : CLAMPS) {
            for (int out : AWKWARD) {
                kind = Numbers.SPECIAL;
                float[] sums = numbers(2 * out); // the second half is the bias; the row is 0
                Arrays.fill(sums, 0, out, 0);
                float[] expected = new float[out];
                for (int j = 0; j < out; j++) {
                    expected[j] = clamp.apply(sums[out + j]);
                }
                float[] found = new float[out];
                vector.affine(vector.fix(sums, 0, out, 1, out, clamp), new float[] {-0f}, 0, found, 0, 1);
                assertThat(Arrays.equals(found, expected))
                        .as(clamp + ", " + out + " outputs")
                        .isTrue();
            }
        }
    }

    @Test
    void agree_on_sums_of_squares() {
        for (int rows : AWKWARD) {
            for (Numbers numbers : Numbers.values()) {
                kind = numbers;
                float[] values = numbers(3 + rows * Kernels.SQUARE_CHAINS);
                same(rows + " rows", Kernels.SQUARE_CHAINS, (kernels, sums) -> kernels.squares(values, 3, rows, sums));
            }
        }
    }

    private void forEveryShape() {
        for (int rows : AWKWARD) {
            for (int in : AWKWARD) {
                for (int out : AWKWARD) {
                    compare(rows, in, out);
                }
            }
        }
    }

    private void compare(int rows, int in, int out) {
        String shape = rows + " rows, " + in + " inputs, " + out + " outputs";
        float[] x = numbers(3 + rows * in);
        float[] parameters = numbers(2 + in * out + out);
        int bias = random.nextBoolean() ? 2 + in * out : Kernels.NO_BIAS;
        same(
                "affine, " + shape,
                1 + rows * out,
                (kernels, z) -> kernels.affine(x, 3, parameters, 2, bias, z, 1, rows, in, out));
        Clamp clamp = CLAMPS[random.nextInt(CLAMPS.length)];
        same("fixed affine, " + shape, 1 + rows * out, (kernels, a) -> {
            FixedWeights fixed = kernels.fix(parameters, 2, bias, in, out, clamp);
            kernels.affine(fixed, x, 3, a, 1, rows);
        });
        float[] inputs = numbers(rows * in);
        float[] dz = numbers(rows * out);
        int first = in / 3;
        boolean begins = random.nextBoolean();
        same(
                "weight gradient, " + shape,
                4 + in * out,
                (kernels, dw) -> kernels.weightGradient(inputs, dz, rows, dw, begins, 4, in, out, first, in));
        same("bias gradient, " + shape, 1 + out, (kernels, db) -> kernels.biasGradient(dz, rows, db, begins, 1, out));
        same(
                "input gradient, " + shape,
                2 + rows * in,
                (kernels, dx) -> kernels.inputGradient(dz, 0, parameters, 2, dx, 2, rows, in, out));
    }

    private interface Call {
        void on(Kernels kernels, float[] result);
    }

    private void same(String what, int length, Call call) {
        float[] expected = numbers(length);
        float[] found = expected.clone();
        call.on(scalar, expected);
        call.on(vector, found);
        // Arrays.equals takes every NaN for equal, and tells 0 from -0
        assertThat(Arrays.equals(found, expected)).as(what).isTrue();
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = kind.draw(random);
        }
        return numbers;
    }
}
