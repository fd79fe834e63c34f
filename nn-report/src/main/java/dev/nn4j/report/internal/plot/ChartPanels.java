// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts side by side as one picture; XChart itself can do that for pixels only. */
public final class ChartPanels implements IChart {
    private final List<XYChart> charts;

    public ChartPanels(List<XYChart> charts) {
        this.charts = List.copyOf(charts);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        int share = width / charts.size();
        for (XYChart chart : charts) {
            chart.paint(graphics, share, height);
            graphics.translate(share, 0);
        }
    }

    @Override
    public int getWidth() {
        return charts.stream().mapToInt(XYChart::getWidth).sum();
    }

    @Override
    public int getHeight() {
        return charts.stream().mapToInt(XYChart::getHeight).max().orElse(0);
    }

    @Override
    public String getTitle() {
        return "";
    }
}
