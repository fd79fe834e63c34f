// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.core.explanation.GridValue;
import dev.nn4j.core.explanation.PartialDependence;
import dev.nn4j.report.internal.text.Rounded;
import java.util.List;

/** How an answer depends on a feature: of a number a line over the faint ones of single rows, of a category bars. */
final class DependenceChart {
    private static final double WIDTH = 500;
    private static final double HEIGHT = 240;
    private static final double LEFT = 64;
    private static final double BOTTOM = 28;
    private static final double LINE = 22;
    private static final double LABELS = 190;
    private static final double FAINT = 0.25;

    private DependenceChart() {}

    static String of(PartialDependence one) {
        boolean numbers = one.values().stream().allMatch(value -> value.number().isPresent());
        return numbers && one.values().size() > 1 ? line(one) : bars(one);
    }

    private static Svg empty(PartialDependence one, double height) {
        return new Svg(WIDTH, height, "how " + one.explained().name() + " depends on " + one.feature());
    }

    private static String line(PartialDependence one) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (List<Double> curve : one.curves()) {
            for (double value : curve) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        for (double mean : one.means()) {
            low = Math.min(low, mean);
            high = Math.max(high, mean);
        }
        double[] at = one.values().stream()
                .mapToDouble(value -> value.number().orElseThrow())
                .toArray();
        Axis x = new Axis(at[0], at[at.length - 1], LEFT, WIDTH - 10);
        Axis y = new Axis(low, high, HEIGHT - BOTTOM, 8);
        Svg svg = empty(one, HEIGHT);
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.place(tick), WIDTH - 10, y.place(tick), "grid")
                    .text(LEFT - 6, y.place(tick) + 4, "end", "quiet", y.text(tick));
        }
        for (double tick : x.ticks()) {
            svg.line(x.place(tick), HEIGHT - BOTTOM, x.place(tick), HEIGHT - BOTTOM + 4, "quiet")
                    .text(x.place(tick), HEIGHT - 8, "middle", "quiet", x.text(tick));
        }
        for (List<Double> curve : one.curves()) {
            svg.course(points(at, curve, x, y), "s0", 1, FAINT);
        }
        svg.course(points(at, one.means(), x, y), "s1", 2.5, 1);
        return svg.markup();
    }

    private static String points(double[] at, List<Double> values, Axis x, Axis y) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < at.length; i++) {
            points.append(Svg.at(x.place(at[i])))
                    .append(',')
                    .append(Svg.at(y.place(values.get(i))))
                    .append(' ');
        }
        return points.toString().strip();
    }

    private static String bars(PartialDependence one) {
        double high =
                one.means().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double low = one.means().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        Axis x = new Axis(Math.min(0, low), Math.max(0, high), LABELS, WIDTH - 80);
        Svg svg = empty(one, one.values().size() * LINE + 8);
        for (int i = 0; i < one.values().size(); i++) {
            GridValue value = one.values().get(i);
            double y = i * LINE + 4;
            svg.text(LABELS - 8, y + LINE / 2 + 2, "end", "ink", Axis.name(value.text()))
                    .bar(x.place(0), x.place(one.means().get(i)), y + 2, LINE - 8, "s0")
                    .text(
                            WIDTH,
                            y + LINE / 2 + 2,
                            "end",
                            "quiet",
                            Rounded.figure(one.means().get(i)));
        }
        return svg.markup();
    }
}
