// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.core.explanation.PartialDependence;
import dev.nn4j.report.internal.svg.SvgPicture;
import dev.nn4j.report.internal.svg.SvgStyle;
import dev.nn4j.report.internal.svg.TextAnchor;
import dev.nn4j.report.internal.text.Rounded;
import java.util.Arrays;
import java.util.List;

/** How an answer depends on a feature: of a number a line over the faint ones of single rows, of a category bars. */
final class DependenceChart {
    private static final double HEIGHT = 240;
    private static final double LEFT = 64;
    private static final double RIGHT = BarLines.WIDTH - 10;
    private static final double BOTTOM = 28;
    private static final double LINE = 22;
    private static final double VALUES = 80;
    private static final double FAINT = 0.25;

    private DependenceChart() {}

    static String of(PartialDependence one) {
        boolean numbers = one.values().stream().allMatch(value -> value.number().isPresent());
        return numbers && one.values().size() > 1 ? line(one) : bars(one);
    }

    private static SvgPicture empty(PartialDependence one, double height) {
        return SvgPicture.flexible(
                BarLines.WIDTH, height, "how " + one.explained().name() + " depends on " + one.feature());
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
        Axis x = new Axis(at[0], at[at.length - 1], LEFT, RIGHT);
        Axis y = new Axis(low, high, HEIGHT - BOTTOM, 8);
        SvgPicture picture = empty(one, HEIGHT);
        ticks(picture, x, y);
        for (List<Double> curve : one.curves()) {
            course(picture, at, curve, x, y, SvgStyle.stroke("s0").and("opacity", FAINT));
        }
        course(picture, at, one.means(), x, y, SvgStyle.stroke("s1").and("stroke-width", 2.5));
        return picture.markup();
    }

    private static void ticks(SvgPicture picture, Axis x, Axis y) {
        SvgStyle quiet = SvgStyle.fill("quiet");
        for (double tick : y.ticks()) {
            double at = y.place(tick);
            picture.line(LEFT, at, RIGHT, at, SvgStyle.stroke("grid"))
                    .text(y.text(tick), LEFT - 6, at + 4, TextAnchor.END, quiet);
        }
        for (double tick : x.ticks()) {
            double at = x.place(tick);
            picture.line(at, HEIGHT - BOTTOM, at, HEIGHT - BOTTOM + 4, SvgStyle.stroke("quiet"))
                    .text(x.text(tick), at, HEIGHT - 8, TextAnchor.MIDDLE, quiet);
        }
    }

    private static void course(SvgPicture picture, double[] at, List<Double> values, Axis x, Axis y, SvgStyle style) {
        double[] xs = Arrays.stream(at).map(x::place).toArray();
        double[] ys = values.stream().mapToDouble(y::place).toArray();
        picture.course(xs, ys, style);
    }

    private static String bars(PartialDependence one) {
        double high =
                one.means().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double low = one.means().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        Axis x = new Axis(Math.min(0, low), Math.max(0, high), BarLines.LEFT, BarLines.WIDTH - VALUES);
        SvgPicture picture = empty(one, one.values().size() * LINE + 8);
        BarLines lines = new BarLines(picture, LINE);
        for (int i = 0; i < one.values().size(); i++) {
            double mean = one.means().get(i);
            lines.add(i, one.values().get(i).text(), x.place(0), x.place(mean), "s0", Rounded.figure(mean));
        }
        return picture.markup();
    }
}
