// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.watch;

import dev.nn4j.config.internal.json.ShortestNumber;
import java.util.Arrays;
import java.util.List;

/**
 * The text format of Prometheus, version 0.0.4: lines of {@code name{label="value"} number}, each metric behind its help and
 * type.
 */
public final class MetricText {
    /** What it is called in HTTP. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();
    private String name = "";

    /** Begins a metric; all its lines must follow. */
    public MetricText metric(String type, String metric, String help) {
        name = metric;
        text.append("# HELP ").append(metric).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(metric).append(' ').append(type).append('\n');
        return this;
    }

    /**
     * A line.
     *
     * @param labels names and values by turns
     */
    public MetricText value(double number, String... labels) {
        return line("", number, List.of(labels));
    }

    /** The lines of a histogram. */
    public MetricText histogram(Tally tally, String... labels) {
        List<Long> counts = tally.counts();
        long below = 0;
        for (int i = 0; i < counts.size(); i++) {
            below += counts.get(i);
            String bound =
                    i < tally.bounds().size() ? ShortestNumber.of(tally.bounds().get(i)) : "+Inf";
            line("_bucket", (double) below, join(labels, "le", bound));
        }
        line("_sum", tally.sum(), List.of(labels));
        return line("_count", (double) below, List.of(labels));
    }

    private static List<String> join(String[] labels, String name, String value) {
        String[] all = Arrays.copyOf(labels, labels.length + 2);
        all[labels.length] = name;
        all[labels.length + 1] = value;
        return List.of(all);
    }

    private MetricText line(String ending, double number, List<String> labels) {
        text.append(name).append(ending);
        for (int i = 0; i < labels.size(); i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels.get(i)).append("=\"");
            escape(labels.get(i + 1));
            text.append('"');
        }
        text.append(labels.isEmpty() ? " " : "} ").append(text(number)).append('\n');
        return this;
    }

    private static String text(double number) {
        if (Double.isFinite(number)) {
            return ShortestNumber.of(number);
        }
        return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '"' -> text.append("\\\"");
                case '\n' -> text.append("\\n");
                default -> text.append(letter);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
