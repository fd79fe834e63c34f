// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.core.explanation.Attribution;
import dev.nn4j.report.internal.svg.SvgPicture;
import dev.nn4j.report.internal.svg.SvgStyle;
import dev.nn4j.report.internal.svg.TextAnchor;
import dev.nn4j.report.internal.text.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the base to the output, step by step: the greatest contributions, and the rest together. */
final class Waterfall {
    private static final int MOST = 10;
    private static final double VALUES = 70;
    private static final double LINE = 24;

    /** From where a bar goes to where. */
    private record Step(String name, double from, double to, String colour, String value) {}

    private Waterfall() {}

    static String of(long row, Attribution attribution) {
        List<Step> steps = steps(attribution);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Step step : steps) {
            low = Math.min(low, Math.min(step.from(), step.to()));
            high = Math.max(high, Math.max(step.from(), step.to()));
        }
        Axis axis = new Axis(low, high, BarLines.LEFT, BarLines.WIDTH - VALUES);
        double bottom = steps.size() * LINE;
        SvgPicture picture = SvgPicture.flexible(
                BarLines.WIDTH,
                bottom + 26,
                "what contributes to " + attribution.explained().name() + " in row " + row);
        for (double tick : axis.ticks()) {
            double x = axis.place(tick);
            picture.line(x, 0, x, bottom + 6, SvgStyle.stroke("grid"))
                    .text(axis.text(tick), x, bottom + 22, TextAnchor.MIDDLE, SvgStyle.fill("quiet"));
        }
        BarLines lines = new BarLines(picture, LINE);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            lines.add(i, step.name(), axis.place(step.from()), axis.place(step.to()), step.colour(), step.value());
        }
        return picture.markup();
    }

    private static List<Step> steps(Attribution attribution) {
        List<Map.Entry<String, Double>> entries =
                new ArrayList<>(attribution.contributions().entrySet());
        entries.sort((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())));
        List<Step> steps = new ArrayList<>();
        double at = attribution.base();
        steps.add(new Step("base", at, at, "ink", Rounded.figure(at)));
        int shown = entries.size() <= MOST + 1 ? entries.size() : MOST;
        for (Map.Entry<String, Double> entry : entries.subList(0, shown)) {
            steps.add(step(entry.getKey(), at, entry.getValue()));
            at += entry.getValue();
        }
        if (shown < entries.size()) {
            steps.add(step(entries.size() - shown + " others", at, attribution.output() - at));
        }
        steps.add(new Step(
                "output", attribution.output(), attribution.output(), "ink", Rounded.figure(attribution.output())));
        return steps;
    }

    private static Step step(String name, double from, double by) {
        String value = (by > 0 ? "+" : "") + Rounded.figure(by);
        return new Step(name, from, from + by, by < 0 ? "s1" : "s0", value);
    }
}
