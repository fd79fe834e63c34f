// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.plot;

import dev.nn4j.core.training.EpochRecord;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One chart of the picture: curves over the epochs. */
final class Panel {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** Up to here single epochs are marked. */
    private static final int FEW_EPOCHS = 25;

    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final BasicStroke SOLID = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final List<EpochRecord> history;
    private final XYChart chart;

    Panel(String title, String axis, List<EpochRecord> history) {
        this.history = history;
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("epoch")
                .yAxisTitle(axis)
                .build();
        style(chart.getStyler());
    }

    /** Adds a curve of the epochs that have a value; none, no curve. */
    Panel curve(String name, Color color, Function<EpochRecord, OptionalDouble> value) {
        List<EpochRecord> present = history.stream()
                .filter(record -> value.apply(record).isPresent())
                .toList();
        if (!present.isEmpty()) {
            double[] epochs = present.stream().mapToDouble(EpochRecord::epoch).toArray();
            double[] values = present.stream()
                    .mapToDouble(record -> value.apply(record).getAsDouble())
                    .toArray();
            XYSeries series = chart.addSeries(name, epochs, values);
            series.setLineStyle(SOLID);
            series.setLineColor(color);
            series.setMarkerColor(color);
            series.setMarker(epochs.length <= FEW_EPOCHS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
            if (epochs.length > FEW_EPOCHS) {
                letTicksBeRound(name, values[0]);
            }
        }
        return this;
    }

    /** Ends the vertical axis here. */
    Panel atMost(double top) {
        chart.getStyler().setYAxisMax(top);
        return this;
    }

    XYChart chart() {
        return chart;
    }

    /** XChart puts ticks at multiples of 7 or 143 where all abscissas are equally spaced: an unseen point prevents it. */
    private void letTicksBeRound(String curve, double value) {
        XYSeries unseen = chart.addSeries("unseen " + curve, new double[] {0.5}, new double[] {value});
        unseen.setShowInLegend(false);
        unseen.setMarker(SeriesMarkers.NONE);
    }

    private void style(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setBaseFont(PLAIN);
        styler.setChartTitleFont(PLAIN.deriveFont(Font.BOLD, 16f));
        styler.setAxisTitleFont(PLAIN);
        styler.setAxisTickLabelsFont(PLAIN.deriveFont(12f));
        styler.setLegendFont(PLAIN);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesColor(new Color(0xDDDDDD));
        styler.setPlotBorderVisible(false);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setMarkerSize(6);
        styler.setXAxisTickMarkSpacingHint(60);
        styler.setYAxisDecimalPattern("0.####");
        int epochs = history.isEmpty() ? 1 : history.get(history.size() - 1).epoch();
        styler.setXAxisMin(epochs <= FEW_EPOCHS ? 1.0 : 0.0);
        styler.setXAxisMax((double) Math.max(2, epochs));
    }
}
