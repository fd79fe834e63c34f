// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.nn4j.api.Optimizer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bits of parameters and state after steps, the same on every machine and JDK; they change only with a release's word. */
class OptimizerGoldenTest {
    private static final int LENGTH = 1003;
    private static final int STEPS = 12;

    static Stream<Arguments> golden() {
        return Stream.of(
                argumentSet(
                        "gradient descent",
                        new GradientDescent(),
                        "676a8a24fc53fb981ac49369ba3f56beea11176ecdeecc54d96fe881d4beaf95"),
                argumentSet(
                        "gradient descent, decay",
                        new GradientDescent(0.01),
                        "bf2f57549304353824914ad7c18cb021c527906b80016844291517efb9747228"),
                argumentSet(
                        "momentum", new Momentum(), "4f4e3bc2d0e1fac21e946ec6818e67bc1e6b62d3e073251d8c19d49ed582587c"),
                argumentSet(
                        "nesterov",
                        new Momentum(0.9, true, 0.01),
                        "6331df5b0e2ca247b71206aa8014b5904000aa3d08fc6a83a85aa7745cfef8e0"),
                argumentSet(
                        "rmsprop", new RmsProp(), "69aa4e8894a6cb10c736475a6c31d36f6b24b5afe49ffa39254d97ffb6ad102e"),
                argumentSet(
                        "adagrad", new Adagrad(), "07dd04ca47025535c3360d297e9b8fbcc70b368b643062d4e79b67c3ce07b25b"),
                argumentSet("adam", new Adam(), "a6d9fbc94cde8edc5ac673391108f1d5853adc365f22a386da61d4b425e8fdf9"),
                argumentSet(
                        "adam, decay",
                        new Adam(0.8, 0.95, 1e-6, 0.01),
                        "6f45706b64b9a9b235cbc7d4216f996038f90c0d701107718ca8528abbd11886"),
                argumentSet("adamw", new AdamW(), "be03f6409405035089c46ae85f8c1423e83b2c54cc1b08e5d321aa841154e68b"),
                argumentSet("nadam", new Nadam(), "1eb3b2d6c0a436dadb9208af0043be751b6c6525f67626d84a3996d0e0775c93"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void gives_the_same_bits_for_ever(Optimizer optimizer, String sha256) throws NoSuchAlgorithmException {
        Random random = new Random(12);
        OptimizerSteps steps = new OptimizerSteps(optimizer, numbers(random));
        for (int step = 0; step < STEPS; step++) {
            steps.step(numbers(random), optimizer.defaultRate() * (1 + step % 3));
        }
        assertThat(digest(steps)).isEqualTo(sha256);
    }

    /** From {@link Random}'s specified integers: the inputs, too, are the same everywhere. */
    private static float[] numbers(Random random) {
        float[] numbers = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            numbers[i] = (2 * random.nextFloat() - 1) * (1 << random.nextInt(4));
        }
        return numbers;
    }

    private static String digest(OptimizerSteps steps) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes(steps.parameters()));
        for (float[] array : steps.arrays()) {
            digest.update(bytes(array));
        }
        for (double scalar : steps.scalars()) {
            digest.update(ByteBuffer.allocate(8).putDouble(scalar).array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
