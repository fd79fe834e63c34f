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
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/** Loss and, for labels, accuracy by epoch, side by side, validation beside training. Draws without a display. */
public final class EpochPicture {
    /** Blue and vermilion, told apart by colour-blind readers too (Okabe and Ito 2008). */
    public static final Color TRAINING = new Color(0x0072B2);

    public static final Color VALIDATION = new Color(0xD55E00);

    private final List<Panel> panels = new ArrayList<>();

    /**
     * A picture of the epochs of one training, or of several and their mean.
     *
     * @param histories of each training
     * @param best the epoch to mark, if one is to be
     */
    public EpochPicture(List<List<EpochRecord>> histories, OptionalInt best) {
        List<EpochRecord> all = histories.stream().flatMap(List::stream).toList();
        panels.add(new Panel("Loss", "loss", AxisScale.forSize(largestLoss(all)), histories, best)
                .curve("training", TRAINING, record -> OptionalDouble.of(record.loss()))
                .curve("validation", VALIDATION, EpochRecord::validationLoss));
        if (all.stream().anyMatch(record -> record.accuracy().isPresent())) {
            panels.add(new Panel("Accuracy", "accuracy", new AxisScale(0), histories, best)
                    .curve("training", TRAINING, EpochRecord::accuracy)
                    .curve("validation", VALIDATION, EpochRecord::validationAccuracy));
        }
    }

    /** Writes pixels, as PNG. It is drawn whole before the first byte, so that no half picture is left if that fails. */
    public void writePng(OutputStream out) throws IOException {
        draw(new PixelCanvas(width(), Panel.HEIGHT), out);
    }

    /** Writes vectors, as SVG; likewise. */
    public void writeSvg(OutputStream out) throws IOException {
        draw(new SvgCanvas(width(), Panel.HEIGHT, "The course of a training"), out);
    }

    private int width() {
        return panels.size() * Panel.WIDTH;
    }

    private void draw(Canvas canvas, OutputStream out) throws IOException {
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).draw(canvas, i * Panel.WIDTH);
        }
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        canvas.write(picture);
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
