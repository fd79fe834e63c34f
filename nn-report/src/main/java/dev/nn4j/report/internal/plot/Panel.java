// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.report.internal.insight.EpochMeans;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
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

    private static final BasicStroke THIN = new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** How much of its colour a curve has that is one of several: of 255. */
    private static final int FAINT = 90;

    /** The least range of an axis, beside the size of its numbers: below it, ticks could not be told apart. */
    private static final double LEAST_RANGE = 1e-3;

    private final List<List<EpochRecord>> histories;
    private final int epochs;
    private final AxisScale scale;
    private final XYChart chart;
    private double least = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    public Panel(String title, String axis, AxisScale scale, List<List<EpochRecord>> histories) {
        this.histories = histories;
        this.epochs = histories.stream().mapToInt(List::size).max().orElse(0);
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

    /** Adds a curve of the epochs that have a value, of several trainings that of each, faintly, and their mean; none, no curve. */
    public Panel curve(String name, Color color, Function<EpochRecord, OptionalDouble> value) {
        if (histories.size() > 1) {
            Color faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT);
            for (int i = 0; i < histories.size(); i++) {
                add(name + " " + (i + 1), faint, points(histories.get(i), value))
                        .ifPresent(Panel::pushBack);
            }
        }
        SortedMap<Integer, Double> points =
                histories.size() == 1 ? points(histories.get(0), value) : EpochMeans.of(histories, value);
        Optional<XYSeries> curve = add(histories.size() == 1 ? name : name + ", mean", color, points);
        if (curve.isPresent() && epochs > FEW_EPOCHS) {
            letTicksBeRound(name, scale.of(points.values().iterator().next()));
        }
        return this;
    }

    private static void pushBack(XYSeries series) {
        series.setShowInLegend(false);
        series.setLineStyle(THIN);
        series.setMarker(SeriesMarkers.NONE);
    }

    private static SortedMap<Integer, Double> points(
            List<EpochRecord> history, Function<EpochRecord, OptionalDouble> value) {
        return EpochMeans.of(List.of(history), value);
    }

    private Optional<XYSeries> add(String name, Color color, SortedMap<Integer, Double> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double[] values = points.values().stream().mapToDouble(scale::of).toArray();
        keepRange(values);
        XYSeries series = chart.addSeries(
                name, points.keySet().stream().mapToDouble(Integer::doubleValue).toArray(), values);
        series.setLineStyle(SOLID);
        series.setLineColor(color);
        series.setMarkerColor(color);
        series.setMarker(epochs <= FEW_EPOCHS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        return Optional.of(series);
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
        styler.setXAxisMin(epochs <= FEW_EPOCHS ? 1.0 : 0.0);
        styler.setXAxisMax((double) Math.max(2, epochs));
    }
}
