// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import dev.nn4j.core.fit.EpochRecord;
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
public final class Panel {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** Up to here single epochs are marked. */
    private static final int FEW_EPOCHS = 25;

    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final BasicStroke SOLID = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** The least range of an axis, beside the size of its numbers: below it, ticks could not be told apart. */
    private static final double LEAST_RANGE = 1e-3;

    private final List<EpochRecord> history;
    private final AxisScale scale;
    private final XYChart chart;
    private double least = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    public Panel(String title, String axis, AxisScale scale, List<EpochRecord> history) {
        this.history = history;
        this.scale = scale;
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("epoch")
                .yAxisTitle(scale.title(axis))
                .build();
        style(chart.getStyler());
    }

    /** Adds a curve of the epochs that have a value; none, no curve. */
    public Panel curve(String name, Color color, Function<EpochRecord, OptionalDouble> value) {
        List<EpochRecord> present = history.stream()
                .filter(record -> value.apply(record).isPresent())
                .toList();
        if (!present.isEmpty()) {
            double[] epochs = present.stream().mapToDouble(EpochRecord::epoch).toArray();
            double[] values = present.stream()
                    .mapToDouble(record ->
                            scale.of(Double.valueOf(value.apply(record).getAsDouble())))
                    .toArray();
            keepRange(values);
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
    public Panel atMost(double top) {
        chart.getStyler().setYAxisMax(top);
        return this;
    }

    public XYChart chart() {
        return chart;
    }

    /** Curves that hardly move get an axis on which they are straight lines. */
    private void keepRange(double[] values) {
        for (double value : values) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        double size = Math.max(Math.abs(least), Math.abs(largest));
        boolean flat = largest > least && largest - least < LEAST_RANGE * size;
        chart.getStyler().setYAxisMin(flat ? least - LEAST_RANGE * size : null);
        chart.getStyler().setYAxisMax(flat ? largest + LEAST_RANGE * size : null);
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
