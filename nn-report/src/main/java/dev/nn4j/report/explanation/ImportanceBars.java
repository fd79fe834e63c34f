// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.core.explanation.Importance;
import dev.nn4j.report.internal.text.Rounded;
import java.util.List;

/** Importance as bars, the most important on top, each with a line as long as its deviation to either side. */
final class ImportanceBars {
    private static final int MOST = 20;
    private static final double WIDTH = 500;
    private static final double LABELS = 190;
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
        Axis axis = new Axis(low, high, LABELS, WIDTH - VALUES);
        Svg svg = new Svg(WIDTH, some.size() * LINE + 8, label);
        double zero = axis.place(0);
        for (int i = 0; i < some.size(); i++) {
            Importance one = some.get(i);
            double y = i * LINE + 4;
            double middle = y + LINE / 2 - 2;
            svg.text(LABELS - 8, middle + 4, "end", "ink", Axis.name(String.join(", ", one.features())))
                    .bar(zero, axis.place(one.mean()), y + 2, LINE - 8, one.mean() < 0 ? "s1" : "s0")
                    .line(
                            axis.place(one.mean() - one.deviation()),
                            middle,
                            axis.place(one.mean() + one.deviation()),
                            middle,
                            "ink")
                    .text(WIDTH, middle + 4, "end", "quiet", Rounded.figure(one.mean()));
        }
        return svg.line(zero, 0, zero, some.size() * LINE + 8, "quiet").markup();
    }
}
