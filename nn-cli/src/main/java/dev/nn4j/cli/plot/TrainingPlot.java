// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plot;

import dev.nn4j.core.training.EpochRecord;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;

/** Loss and, for labels, accuracy by epoch, side by side, validation beside training. Draws without a display. */
public final class TrainingPlot {
    /** Blue and vermilion, told apart by colour-blind readers too (Okabe and Ito 2008). */
    static final Color TRAINING = new Color(0x0072B2);

    static final Color VALIDATION = new Color(0xD55E00);

    private final Panels panels;

    /** A picture of these epochs. */
    public TrainingPlot(List<EpochRecord> history) {
        System.setProperty("java.awt.headless", "true");
        List<XYChart> charts = new ArrayList<>();
        charts.add(new Panel("Loss", "loss", history)
                .curve("training", TRAINING, record -> OptionalDouble.of(record.loss()))
                .curve("validation", VALIDATION, EpochRecord::validationLoss)
                .chart());
        if (history.stream().anyMatch(record -> record.accuracy().isPresent())) {
            charts.add(new Panel("Accuracy", "accuracy", history)
                    .curve("training", TRAINING, EpochRecord::accuracy)
                    .curve("validation", VALIDATION, EpochRecord::validationAccuracy)
                    .atMost(1)
                    .chart());
        }
        this.panels = new Panels(charts);
    }

    /** Writes it in a format. */
    public void write(PlotFormat format, OutputStream out) throws IOException {
        ChartEncoder.saveChart(panels, out, format.name().toLowerCase(Locale.ROOT));
    }
}
