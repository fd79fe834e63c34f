// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import dev.nn4j.core.fit.EpochRecord;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;

/** Loss and, for labels, accuracy by epoch, side by side, validation beside training. Draws without a display. */
public final class EpochPicture {
    /** Blue and vermilion, told apart by colour-blind readers too (Okabe and Ito 2008). */
    public static final Color TRAINING = new Color(0x0072B2);

    public static final Color VALIDATION = new Color(0xD55E00);

    private final ChartPanels panels;

    /** A picture of the epochs of one training, or of several and their mean. */
    public EpochPicture(List<List<EpochRecord>> histories) {
        List<EpochRecord> all = histories.stream().flatMap(List::stream).toList();
        List<XYChart> charts = new ArrayList<>();
        charts.add(new Panel("Loss", "loss", AxisScale.of(largestLoss(all)), histories)
                .curve("training", TRAINING, record -> OptionalDouble.of(record.loss()))
                .curve("validation", VALIDATION, EpochRecord::validationLoss)
                .chart());
        if (all.stream().anyMatch(record -> record.accuracy().isPresent())) {
            charts.add(new Panel("Accuracy", "accuracy", new AxisScale(0), histories)
                    .curve("training", TRAINING, EpochRecord::accuracy)
                    .curve("validation", VALIDATION, EpochRecord::validationAccuracy)
                    .atMost(1)
                    .chart());
        }
        this.panels = new ChartPanels(charts);
    }

    /** Writes it in the format of a file's ending, such as {@code png}. It is drawn whole before the first byte, so that no half picture is left if that fails. */
    public void write(String format, OutputStream out) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ChartEncoder.saveChart(panels, picture, format);
        picture.writeTo(out);
    }

    private static double largestLoss(List<EpochRecord> history) {
        return history.stream()
                .flatMapToDouble(
                        record -> DoubleStream.concat(DoubleStream.of(record.loss()), record.validationLoss().stream()))
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
