// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Activation;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every bit that the activations give, on every machine and JDK: networks trained before must give the same answers.
 * These constants change only in a release that says so.
 */
final class GoldenBitsTest {
    private static final int WIDTH = 13;
    private static final int ROWS = 1000;

    /** SHA-256 of the bits of a, then of dz; the first 16 digits. */
    private static final Map<String, String> GOLDEN = Map.ofEntries(
            Map.entry("elu", "eb6536360a6011e8"),
            Map.entry("gelu", "1e3e88718cf52402"),
            Map.entry("gelu-tanh", "c321aeacf89a0d3f"),
            Map.entry("hard-sigmoid", "cbf449aea863811a"),
            Map.entry("hard-tanh", "bb2e1c98152b13fb"),
            Map.entry("identity", "4f4f743f3bf294a8"),
            Map.entry("leaky-relu", "7065138260f0f7d0"),
            Map.entry("mish", "6a6bf91da9a1f309"),
            Map.entry("relu", "264ceb48e681b6b1"),
            Map.entry("selu", "2a42ab3ae5eefcbb"),
            Map.entry("sigmoid", "dde99da0bc5d941c"),
            Map.entry("silu", "c44d964099e94534"),
            Map.entry("softmax", "5b114515fe47c573"),
            Map.entry("softplus", "791b6eaf7036188a"),
            Map.entry("softsign", "ae0258b0112fa8fd"),
            Map.entry("tanh", "8838c1e6c3cb26f6"));

    @TestFactory
    Stream<DynamicTest> theBitsAreTheOldOnes() {
        return BuiltIns.all().stream()
                .map(activation -> DynamicTest.dynamicTest(
                        activation.name(),
                        () -> assertThat(hash(activation)).isEqualTo(GOLDEN.get(activation.name()))));
    }

    @Test
    void everyActivationHasItsBitsWrittenDown() {
        assertThat(GOLDEN.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        BuiltIns.all().stream().map(Activation::name).toList());
    }

    private static String hash(Activation activation) throws NoSuchAlgorithmException {
        float[] z = values(1);
        float[] da = values(z.length);
        float[] a = new float[z.length];
        float[] dz = new float[z.length];
        activation.forward(z, a, 0, z.length, WIDTH);
        activation.backward(z, a, da, dz, 0, z.length, WIDTH);
        ByteBuffer bits = ByteBuffer.allocate(8 * z.length);
        for (float[] result : new float[][] {a, dz}) {
            for (float value : result) {
                bits.putInt(Float.floatToIntBits(value));
            }
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bits.array());
        return HexFormat.of().formatHex(hash).substring(0, 16);
    }

    /** Half of the rows between ±20, the others of every finite magnitude and sign: bits scattered by a Weyl sequence. */
    private static float[] values(int start) {
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            int scattered = (start + i) * 0x9E3779B1;
            float any = Float.intBitsToFloat(scattered);
            boolean wild = i / WIDTH % 2 == 1 && Float.isFinite(any);
            values[i] = wild ? any : scattered * (20 / 0x1p31f);
        }
        return values;
    }
}
