// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.training.EpochRecord;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlotTest {
    private static List<EpochRecord> history(int epochs, boolean labels, boolean validation) {
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> new EpochRecord(
                        epoch,
                        1.0 / epoch,
                        labels ? OptionalDouble.of(1 - 0.5 / epoch) : OptionalDouble.empty(),
                        validation ? OptionalDouble.of(1.5 / epoch) : OptionalDouble.empty(),
                        labels && validation ? OptionalDouble.of(1 - 0.6 / epoch) : OptionalDouble.empty(),
                        0.1,
                        1))
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
        for (Color curve : List.of(TrainingPlot.TRAINING, TrainingPlot.VALIDATION)) {
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
        assertThat(pixels(image, 0, 640, TrainingPlot.TRAINING)).isPositive();
        assertThat(pixels(image, 0, 640, TrainingPlot.VALIDATION)).isZero();
    }

    @Test
    void svgHoldsBothPanels() throws IOException {
        String svg = new String(drawn(history(30, true, true), PlotFormat.SVG), StandardCharsets.UTF_8);

        assertThat(svg).contains("<svg", "viewBox=\"0 0 1280 480\"", "rgb(0,114,178)", "rgb(213,94,0)", "</svg>");
    }

    @Test
    void theNameTellsTheFormat() {
        assertThat(PlotFormat.of("a/B.SVG")).contains(PlotFormat.SVG);
        assertThat(PlotFormat.of("x.png")).contains(PlotFormat.PNG);
        assertThat(PlotFormat.of("-")).contains(PlotFormat.PNG);
        assertThat(PlotFormat.of("x.jpg")).isEmpty();
    }
}
