// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.plot;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.training.MemberResult;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.report.internal.plot.EpochPicture;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;

/**
 * A picture of a training: loss and, for labels, accuracy by epoch, side by side, validation beside training, and the epoch that
 * the model is of, where it is not the last. In an SVG, texts are texts.
 *
 * <p>It is drawn with the JDK's {@code java.desktop}, and without a display where there is none; on a machine with one,
 * {@code -Djava.awt.headless=true} keeps it from being opened.
 *
 * @since 0.1.0
 */
public final class TrainingPlot {
    private final EpochPicture picture;

    /** A picture of these epochs. */
    public TrainingPlot(List<EpochRecord> history) {
        picture = new EpochPicture(List.of(history), OptionalInt.empty());
    }

    /** A picture of a training's epochs; of an ensemble of each member's, faintly, and of their mean. */
    public TrainingPlot(TrainingResult outcome) {
        picture = new EpochPicture(
                outcome.members().isEmpty()
                        ? List.of(outcome.history())
                        : outcome.members().stream().map(MemberResult::history).toList(),
                best(outcome));
    }

    /** The epoch that the model is of, where it is not the last. */
    private static OptionalInt best(TrainingResult outcome) {
        return outcome.members().isEmpty()
                        && outcome.bestEpoch() < outcome.history().size()
                ? OptionalInt.of(outcome.bestEpoch())
                : OptionalInt.empty();
    }

    /**
     * Writes it; does not close the stream. It is drawn whole before the first byte, so that no half picture is left if
     * that fails.
     *
     * @throws IOException if the stream fails
     */
    public void write(PlotFormat format, OutputStream out) throws IOException {
        switch (format) {
            case PNG -> picture.writePng(out);
            case SVG -> picture.writeSvg(out);
        }
    }
}
