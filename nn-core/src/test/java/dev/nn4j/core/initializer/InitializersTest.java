// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.testkit.InitializerContract;
import dev.nn4j.testkit.junit.ContractTests;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class InitializersTest {
    /** SHA-256 of the bits of a 37 × 21 and a 21 × 37 matrix; the first 16 digits. */
    private static final Map<String, String> GOLDEN = Map.ofEntries(
            Map.entry("constant", "3acab0298adf59e4"),
            Map.entry("data-driven", "5080b47e1d3910dd"), // lecun-normal's: no data here
            Map.entry("he-normal", "13a374eb33c1125d"),
            Map.entry("he-uniform", "f2682ab93ebfb4b7"),
            Map.entry("lecun-normal", "5080b47e1d3910dd"),
            Map.entry("lecun-uniform", "5a1932d1ba3e2c9e"),
            Map.entry("orthogonal", "e9879243b9495db4"),
            Map.entry("random-normal", "4b5cbb2d9bd2ea31"),
            Map.entry("random-uniform", "f719743877131784"),
            Map.entry("xavier-normal", "8a33a3bcf708ebfd"),
            Map.entry("xavier-uniform", "3130192c91dfc622"),
            Map.entry("zeros", "3acab0298adf59e4"));

    static List<Initializer> builtIns() {
        return ServiceLoader.load(Initializer.class).stream()
                .filter(provider -> provider.type().getPackage() == Zeros.class.getPackage())
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyInitializerKeepsTheContract() {
        List<Initializer> others =
                List.of(new Constant(0.5), new RandomNormal(1, 0), new RandomUniform(2, 2), new Orthogonal(0.25));
        return Stream.concat(builtIns().stream(), others.stream())
                .flatMap(initializer -> ContractTests.of(new InitializerContract(), initializer));
    }

    @Test
    void theNamesAreThoseThatFilesHold() {
        assertThat(builtIns())
                .extracting(Initializer::name)
                .containsExactlyInAnyOrder(
                        "constant",
                        "data-driven",
                        "he-normal",
                        "he-uniform",
                        "lecun-normal",
                        "lecun-uniform",
                        "orthogonal",
                        "random-normal",
                        "random-uniform",
                        "xavier-normal",
                        "xavier-uniform",
                        "zeros");
        assertThat(builtIns())
                .flatExtracting(Initializer::aliases)
                .containsExactlyInAnyOrder("glorot-normal", "glorot-uniform", "kaiming-normal", "kaiming-uniform");
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void theBitsAreTheOldOnes(Initializer initializer) throws NoSuchAlgorithmException {
        assertThat(GOLDEN).containsEntry(initializer.name(), hash(initializer));
    }

    private static String hash(Initializer initializer) throws NoSuchAlgorithmException {
        ByteBuffer bits = ByteBuffer.allocate(8 * 37 * 21);
        for (float[] w : List.of(draw(initializer, 37, 21), draw(initializer, 21, 37))) {
            for (float weight : w) {
                bits.putInt(Float.floatToIntBits(weight));
            }
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bits.array());
        return HexFormat.of().formatHex(hash).substring(0, 16);
    }

    /** The deviations as the papers give them for fan-in 300, fan-out 200. */
    static Stream<Arguments> deviations() {
        return Stream.of(
                Arguments.of(new HeNormal(), Math.sqrt(2.0 / 300)),
                Arguments.of(new HeUniform(), Math.sqrt(2.0 / 300)),
                Arguments.of(new XavierNormal(), Math.sqrt(2.0 / 500)),
                Arguments.of(new XavierUniform(), Math.sqrt(2.0 / 500)),
                Arguments.of(new LecunNormal(), Math.sqrt(1.0 / 300)),
                Arguments.of(new LecunUniform(), Math.sqrt(1.0 / 300)),
                Arguments.of(new RandomNormal(), 0.1),
                Arguments.of(new RandomUniform(), 0.1 / Math.sqrt(12)),
                Arguments.of(new Orthogonal(), Math.sqrt(1.0 / 300)));
    }

    /** 60 000 draws give a mean within 4/√60000 and a deviation within 4/√120000 of theirs in all but 1 of 8000 seeds. */
    @ParameterizedTest
    @MethodSource("deviations")
    void theWeightsHaveTheDeviationOfThePaper(Initializer initializer, double deviation) {
        float[] w = draw(initializer, 300, 200);
        double sum = 0;
        double squares = 0;
        for (float weight : w) {
            sum += weight;
            squares += (double) weight * weight;
        }
        double mean = sum / w.length;
        assertThat(mean / deviation).isCloseTo(0, within(0.0163));
        assertThat(Math.sqrt(squares / w.length - mean * mean) / deviation).isCloseTo(1, within(0.0116));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(new HeUniform(), Math.sqrt(6.0 / 300)),
                Arguments.of(new XavierUniform(), Math.sqrt(6.0 / 500)),
                Arguments.of(new LecunUniform(), Math.sqrt(3.0 / 300)),
                Arguments.of(new RandomUniform(), 0.05));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void evenDrawsFillTheirInterval(Initializer initializer, double limit) {
        double least = 0;
        double greatest = 0;
        for (float weight : draw(initializer, 300, 200)) {
            least = Math.min(least, weight);
            greatest = Math.max(greatest, weight);
        }
        assertThat(greatest).isBetween(0.999 * limit, limit * (1 + 1e-7));
        assertThat(least).isBetween(-limit * (1 + 1e-7), -0.999 * limit);
    }

    @Test
    void normalDrawsAreNotTruncated() {
        double greatest = 0;
        for (float weight : draw(new HeNormal(), 300, 200)) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        assertThat(greatest / Math.sqrt(2.0 / 300)).isBetween(3.5, 6.0);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(1, 1),
                Arguments.of(64, 64),
                Arguments.of(50, 20),
                Arguments.of(20, 50),
                Arguments.of(1, 9));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void orthogonalRowsOrColumnsHaveLengthGainAndAreOrthogonal(int fanIn, int fanOut) {
        double gain = 1.5;
        float[] w = draw(new Orthogonal(gain), fanIn, fanOut);
        boolean wide = fanIn < fanOut;
        for (int i = 0; i < Math.min(fanIn, fanOut); i++) {
            for (int j = 0; j < Math.min(fanIn, fanOut); j++) {
                double product = 0;
                for (int k = 0; k < Math.max(fanIn, fanOut); k++) {
                    product += wide
                            ? (double) w[i * fanOut + k] * w[j * fanOut + k]
                            : (double) w[k * fanOut + i] * w[k * fanOut + j];
                }
                assertThat(product).as("%d · %d", i, j).isCloseTo(i == j ? gain * gain : 0, within(1e-6));
            }
        }
    }

    /** A QR decomposition without the sign convention of Mezzadri 2007 would always give the same one. */
    @Test
    void orthogonalMatricesHaveEitherSign() {
        int positive = 0;
        for (int layer = 0; layer < 100; layer++) {
            float[] w = new float[1];
            new Orthogonal().initialize(w, 0, 1, 1, stream(layer));
            assertThat(Math.abs(w[0])).isEqualTo(1f);
            positive += w[0] > 0 ? 1 : 0;
        }
        assertThat(positive).isBetween(25, 75);
    }

    @Test
    void anIntervalThatHoldsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomUniform(1, 0))
                .withMessage("random-uniform: low must not exceed high, got low 1.0 and high 0.0");
    }

    @Test
    void aNegativeDeviationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomNormal(0, -1))
                .withMessage("random-normal: deviation must be in [0, 1000000], got -1.0");
    }

    private static float[] draw(Initializer initializer, int fanIn, int fanOut) {
        float[] w = new float[fanIn * fanOut];
        initializer.initialize(w, 0, fanIn, fanOut, stream(1));
        return w;
    }

    private static RandomStream stream(int layer) {
        return RandomStream.of(42, RandomStream.Purpose.INITIALIZATION, layer, 0);
    }
}
