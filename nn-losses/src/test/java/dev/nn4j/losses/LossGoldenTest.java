// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bits of every value and gradient, the same on every machine and JDK; they change only with a release's word. */
class LossGoldenTest {
    private static final int ROWS = 200;
    private static final int WIDTH = 11;

    static Stream<Arguments> golden() {
        Loss binary = new BinaryCrossEntropy();
        Loss categorical = new CategoricalCrossEntropy();
        return Stream.of(
                argumentSet("binary", binary, "7f778c4f16c480c31c16876cf34430f0666302a89e411710ae0bf48792f25cd0"),
                argumentSet(
                        "binary over logits",
                        binary.overLogits("sigmoid").orElseThrow(),
                        "ae2306e57ee204816a1f6eea562e8ae0a47c47c8082d7bb6219ebde171f2772d"),
                argumentSet(
                        "categorical", categorical, "eca2b56494f0cd592ab67adb2bbbad5929c885c3c9381f75e302f90edcb358c9"),
                argumentSet(
                        "categorical over logits",
                        categorical.overLogits("softmax").orElseThrow(),
                        "9e20d6824afb8465719101de83365131dfdedc476c47036023e244425cd204d1"),
                argumentSet(
                        "mean squared",
                        new MeanSquaredError(),
                        "dfb247a97205e784eabb2782e79f812fb8e1ffbc4294bd88f7b6178243034b58"),
                argumentSet(
                        "mean absolute",
                        new MeanAbsoluteError(),
                        "63e1e06c539bbed373e796bb18b581b250cc0686554230ab337cde32a5c7a61e"),
                argumentSet("huber", new Huber(), "bf1fa06d4c5426032327a8e751282d6601026218d81dc22b91574af5fd149b67"),
                argumentSet(
                        "huber 2.5",
                        new Huber(2.5),
                        "b51382a2ec1aed651df310b25487b5399960699b25d5d126f837e80476727132"),
                argumentSet(
                        "log-cosh", new LogCosh(), "ea61b66aa938a62407633a5db9c7cac55d724a07aad80b9525163691c3913ef4"),
                argumentSet(
                        "quantile 0.9",
                        new Quantile(0.9),
                        "0555c976cef31e5180c1ea5a5b57483ab4f26064292765c11c34d03d91da6ebf"),
                argumentSet(
                        "quantiles",
                        new Quantiles(),
                        "083b3dd7435ce18c6e529e14c89358512090dafea8730626645c815fea73cee5"),
                argumentSet(
                        "gaussian", new Gaussian(), "10faa00a2518c1922a105bd6cc0ab505d24e645b98e73aff1b778c672520d39b"),
                argumentSet(
                        "poisson", new Poisson(), "6f91aa31e31fa5130ca2bf720d8ab524fd3453dae4a56b8a065b07981a48f883"),
                argumentSet("focal", new Focal(), "f3a1eab9a881ec927d4ca9e626f656d87d083d58b606ba455aadacd71019db01"),
                argumentSet(
                        "focal over logits",
                        new Focal().overLogits("sigmoid").orElseThrow(),
                        "07cc1f9f9bdc57bdd003f1ea20b13294046ef4c20871d27347db2f6764413594"),
                argumentSet("hinge", new Hinge(), "54c9b72670588ace829ee31f284bd19df30e7e8a581488ba8747237552e72a0e"),
                argumentSet(
                        "hinge over logits",
                        new Hinge().overLogits("sigmoid").orElseThrow(),
                        "4b86487a05fec344884b03bfbdc5b56b01e3aedc88bf36d01e77bb3d4d2b38e8"),
                argumentSet(
                        "Kullback-Leibler",
                        new KullbackLeibler(),
                        "eca2b56494f0cd592ab67adb2bbbad5929c885c3c9381f75e302f90edcb358c9"),
                argumentSet(
                        "Kullback-Leibler over logits",
                        new KullbackLeibler().overLogits("softmax").orElseThrow(),
                        "9e20d6824afb8465719101de83365131dfdedc476c47036023e244425cd204d1"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void gives_the_same_bits_for_ever(Loss loss, String sha256) throws NoSuchAlgorithmException {
        Random random = new Random(20);
        float[] y = new float[ROWS * WIDTH];
        float[] t = new float[y.length];
        for (int row = 0; row < y.length; row += WIDTH) {
            predictions(loss.domain(), random, y, row);
            targets(loss.targets(), random, t, row);
            if (loss.domain() == ValueRange.NON_NEGATIVE) {
                positive(y, row);
                positive(t, row);
            }
        }
        int outputs = loss.distribution().outputs(); // of several to a target, several rows are one
        int width = WIDTH * outputs;
        int to = ROWS / outputs * width;
        double[] rowLoss = new double[to / width];
        float[] dy = new float[to];
        loss.loss(y, t, rowLoss, 0, to, width);
        loss.gradient(y, t, dy, 0, to, width);
        assertThat(digest(rowLoss, dy)).isEqualTo(sha256);
    }

    /** Sums and quotients of {@link Random}'s specified integers: the inputs, too, are the same everywhere. */
    private static void predictions(ValueRange domain, Random random, float[] y, int row) {
        float sum = 0;
        for (int i = row; i < row + WIDTH; i++) {
            y[i] = domain == ValueRange.ANY ? 40 * random.nextFloat() - 20 : random.nextFloat();
            sum += y[i];
        }
        for (int i = row; i < row + WIDTH && domain == ValueRange.DISTRIBUTION; i++) {
            y[i] /= sum;
        }
    }

    private static void targets(TargetKind kind, Random random, float[] t, int row) {
        t[row + random.nextInt(WIDTH)] = 1;
        for (int i = row; i < row + WIDTH && kind != TargetKind.ONE_HOT; i++) {
            t[i] = kind == TargetKind.BINARY ? random.nextInt(2) : 40 * random.nextFloat() - 20;
        }
    }

    private static void positive(float[] values, int row) {
        for (int i = row; i < row + WIDTH; i++) {
            values[i] = Math.abs(20 * values[i]);
        }
    }

    private static String digest(double[] rowLoss, float[] dy) throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * rowLoss.length + 4 * dy.length);
        for (double value : rowLoss) {
            bytes.putDouble(value);
        }
        for (float value : dy) {
            bytes.putFloat(value);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
