// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import java.util.ArrayList;
import java.util.List;

/** A curve in one line of text: each character a stretch of it, as high as the stretch's last value (Tufte 2006). */
final class Sparkline {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** The whole curve in at most so many characters; empty before the second value. */
    String render(int width) {
        if (values.size() < 2) {
            return "";
        }
        int stretches = Math.min(width, values.size());
        double least = values.stream().mapToDouble(value -> value).min().orElseThrow();
        double greatest = values.stream().mapToDouble(value -> value).max().orElseThrow();
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= stretches; i++) {
            double value = values.get((int) ((long) i * values.size() / stretches) - 1);
            double height = greatest == least ? 0 : (value - least) / (greatest - least);
            line.append(LEVELS.charAt((int) Math.min(LEVELS.length() - 1.0, height * LEVELS.length())));
        }
        return line.toString();
    }
}
