// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.core.explanation.Importance;
import dev.nn4j.report.internal.svg.SvgPicture;
import dev.nn4j.report.internal.svg.SvgStyle;
import dev.nn4j.report.internal.text.Rounded;
import java.util.List;

/** Importance as bars, the most important on top, each with a line as long as its deviation to either side. */
final class ImportanceBars {
    private static final int MOST = 20;
    private static final double VALUES = 70;
    private static final double LINE = 22;

    private ImportanceBars() {}

    static String of(String label, List<Importance> all) {
        List<Importance> some = all.subList(0, Math.min(MOST, all.size()));
        double low = 0;
        double high = 0;
        for (Importance one : some) {
            low = Math.min(low, one.mean() - one.deviation());
            high = Math.max(high, one.mean() + one.deviation());
        }
        Axis axis = new Axis(low, high, BarLines.LEFT, BarLines.WIDTH - VALUES);
        double height = some.size() * LINE + 8;
        SvgPicture picture = SvgPicture.flexible(BarLines.WIDTH, height, label);
        BarLines lines = new BarLines(picture, LINE);
        double zero = axis.place(0);
        for (int i = 0; i < some.size(); i++) {
            Importance one = some.get(i);
            String name = String.join(", ", one.features());
            String colour = one.mean() < 0 ? "s1" : "s0";
            lines.add(i, name, zero, axis.place(one.mean()), colour, Rounded.figure(one.mean()));
            double from = axis.place(one.mean() - one.deviation());
            double to = axis.place(one.mean() + one.deviation());
            picture.line(from, lines.middle(i), to, lines.middle(i), SvgStyle.stroke("ink"));
        }
        return picture.line(zero, 0, zero, height, SvgStyle.stroke("quiet")).markup();
    }
}
