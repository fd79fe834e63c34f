// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Clamp;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.kernels.ScalarKernels;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bits of every product, on every awkward shape, with NaN, infinities, zeros of both signs and subnormals among the
 * numbers: one SHA-256 for all kernels, machines and JDKs. Every NaN counts as the same one.
 */
class GoldenKernelsTest {
    private static final int[] SIZES = {1, 3, 7, 8, 15, 16, 17, 31, 33, 63, 65, 127};
    private static final float[] SPECIAL = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -1e-39f,
        Float.MIN_NORMAL,
        Float.MAX_VALUE
    };

    private static final Clamp RECTIFIER = new Clamp(0, Float.POSITIVE_INFINITY);

    private final MessageDigest digest = sha256();
    private final Random random = new Random(20_261_124);

    static Stream<Arguments> kernels() {
        return Stream.of(
                Arguments.of("scalar", (Supplier<Kernels>) ScalarKernels::new),
                Arguments.of("vector", (Supplier<Kernels>) VectorKernels::new),
                Arguments.of("without fma", (Supplier<Kernels>) KernelsWithoutFma::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void products_of_ordinary_numbers(String name, Supplier<Kernels> kernels) {
        assertThat(hash(kernels.get(), 0))
                .isEqualTo("eeb98e41e366e410d52662d63acbe3aad7b09a6012f355e49c0a723d710b916a");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void products_with_special_numbers_among_them(String name, Supplier<Kernels> kernels) {
        assertThat(hash(kernels.get(), 0.02))
                .isEqualTo("32a5f820ddb8053fd25dbc3b2b7cad37dd3099f89ad3e7765941722361bd737e");
    }

    private String hash(Kernels kernels, double special) {
        for (int rows : SIZES) {
            for (int in : SIZES) {
                for (int out : SIZES) {
                    products(kernels, rows, in, out, special);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void products(Kernels kernels, int rows, int in, int out, double special) {
        float[] x = numbers(rows * in, special);
        float[] parameters = numbers(in * out + out, special);
        float[] dz = numbers(rows * out, special);
        float[] z = new float[rows * out];
        kernels.affine(x, 0, parameters, 0, in * out, z, 0, rows, in, out);
        take(z);
        FixedWeights fixed = kernels.fix(parameters, 0, in * out, in, out, RECTIFIER);
        kernels.affine(fixed, x, 0, z, 0, rows);
        take(z);
        float[] gradient = numbers(in * out + out, special);
        kernels.weightGradient(x, dz, rows, gradient, false, 0, in, out, 0, in);
        kernels.biasGradient(dz, rows, gradient, false, in * out, out);
        take(gradient);
        float[] dx = new float[rows * in];
        kernels.inputGradient(dz, 0, parameters, 0, dx, 0, rows, in, out);
        take(dx);
    }

    private void take(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        for (float value : values) {
            bytes.putInt(Float.floatToIntBits(value));
        }
        digest.update(bytes.array());
    }

    private float[] numbers(int count, double special) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            float number = random.nextInt(-(1 << 23), 1 << 23) / (float) (1 << 20);
            numbers[i] = random.nextDouble() < special ? SPECIAL[random.nextInt(SPECIAL.length)] : number;
        }
        return numbers;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
