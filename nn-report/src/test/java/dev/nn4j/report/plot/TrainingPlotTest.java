// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.report.internal.plot.EpochPicture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlotTest {
    private static List<EpochRecord> history(int epochs, boolean labels, boolean validation) {
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> EpochRecord.builder(epoch)
                        .loss(1.0 / epoch)
                        .accuracy(labels ? OptionalDouble.of(1 - 0.5 / epoch) : OptionalDouble.empty())
                        .validationLoss(validation ? OptionalDouble.of(1.5 / epoch) : OptionalDouble.empty())
                        .validationAccuracy(
                                labels && validation ? OptionalDouble.of(1 - 0.6 / epoch) : OptionalDouble.empty())
                        .learningRate(0.1)
                        .seconds(1)
                        .build())
                .toList();
    }

    private static byte[] drawn(List<EpochRecord> history, PlotFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TrainingPlot(history).write(format, out);
        return out.toByteArray();
    }

    private static long pixels(BufferedImage image, int from, int to, Color color) {
        return IntStream.range(from, to)
                .mapToLong(x -> IntStream.range(0, image.getHeight())
                        .filter(y -> image.getRGB(x, y) == color.getRGB())
                        .count())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 25, 300})
    void lossAndAccuracyStandSideBySideWithBothCurves(int epochs) throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(drawn(history(epochs, true, true), PlotFormat.PNG)));
        int half = image.getWidth() / 2;

        assertThat(image.getWidth()).isEqualTo(1280);
        for (Color curve : List.of(EpochPicture.TRAINING, EpochPicture.VALIDATION)) {
            assertThat(pixels(image, 0, half, curve)).as("loss of %s", curve).isPositive();
            assertThat(pixels(image, half, image.getWidth(), curve))
                    .as("accuracy of %s", curve)
                    .isPositive();
        }
    }

    @Test
    void regressionHasNoAccuracyAndNoValidationNoSecondCurve() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawn(history(10, false, false), PlotFormat.PNG)));

        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(pixels(image, 0, 640, EpochPicture.TRAINING)).isPositive();
        assertThat(pixels(image, 0, 640, EpochPicture.VALIDATION)).isZero();
    }

    @Test
    void textsOfAnSvgAreTexts() throws IOException {
        String svg = new String(drawn(history(30, true, true), PlotFormat.SVG), StandardCharsets.UTF_8);

        assertThat(svg)
                .contains(">Loss</text>", ">Accuracy</text>", ">validation</text>", ">epoch</text>", ">0.5</text>");
        assertThat(svg.length()).isLessThan(30_000);
    }

    @Test
    void theEpochThatTheModelIsOfIsMarked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EpochPicture(List.of(history(30, true, true)), OptionalInt.of(12)).writeSvg(out);

        assertThat(out.toString(StandardCharsets.UTF_8).split(">best epoch 12</text>", -1))
                .hasSize(3);
    }

    @Test
    void svgHoldsBothPanels() throws IOException {
        String svg = new String(drawn(history(30, true, true), PlotFormat.SVG), StandardCharsets.UTF_8);

        assertThat(svg).contains("<svg", "viewBox=\"0 0 1280 480\"", "rgb(0,114,178)", "rgb(213,94,0)", "</svg>");
    }

    /** Unscaled targets of 3e10 make losses of 1e21; an axis's numbers must be found whatever their size. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-320, 1e-30, 4e-7, 12, 123456, 5e20, 1e150, 1.7e308})
    @Timeout(600)
    void everySizeOfLossIsDrawn(double size) throws IOException {
        for (List<Double> losses : List.of(
                List.of(size, size / 3, size / 1e6),
                List.of(size, size, size),
                List.of(size, Math.nextDown(size), size),
                List.of(size, 0.0))) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawn(losses(losses), PlotFormat.PNG)));
            assertThat(pixels(image, 0, image.getWidth(), EpochPicture.TRAINING))
                    .as("%s", losses)
                    .isPositive();
        }
    }

    private static List<EpochRecord> losses(List<Double> losses) {
        return IntStream.range(0, losses.size())
                .mapToObj(i -> EpochRecord.builder(i + 1)
                        .loss(losses.get(i))
                        .learningRate(0.1)
                        .seconds(1)
                        .build())
                .toList();
    }

    @Test
    void theNameTellsTheFormat() {
        assertThat(PlotFormat.of("a/B.SVG")).contains(PlotFormat.SVG);
        assertThat(PlotFormat.of("x.png")).contains(PlotFormat.PNG);
        assertThat(PlotFormat.of("-")).contains(PlotFormat.PNG);
        assertThat(PlotFormat.of("x.jpg")).isEmpty();
    }
}
