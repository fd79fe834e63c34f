// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.report.internal.page.RoundStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers as places along a line, with round ticks. */
record Axis(double low, double high, double from, double to) {
    private static final int MOST_TICKS = 5;

    /** One that is as wide as something even where all numbers are one. */
    Axis {
        if (high <= low) {
            double around = Math.max(Math.abs(low), 1) * 0.5;
            low -= around;
            high += around;
        }
    }

    double place(double number) {
        return from + (number - low) / (high - low) * (to - from);
    }

    private double step() {
        return RoundStep.atLeast((high - low) / MOST_TICKS);
    }

    List<Double> ticks() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A number with as many digits as neighbouring ticks need. */
    String text(double tick) {
        int digits = RoundStep.decimals(step());
        return digits > 6 || Math.abs(tick) >= 1e7
                ? String.format(Locale.ROOT, "%.1e", tick)
                : String.format(Locale.ROOT, "%." + digits + "f", tick == 0 ? 0.0 : tick);
    }
}
