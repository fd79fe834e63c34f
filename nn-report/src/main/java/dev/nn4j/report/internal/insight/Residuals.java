// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Answers;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far a regression's numbers are from the truth, for one target. */
public final class Residuals {
    private static final int MOST_POINTS = 1000;
    private static final int MOST_TARGETS = 4;
    private static final int BINS = 24;

    private final Answers answers;
    private final int target;

    private Residuals(Answers answers, int target) {
        this.answers = answers;
        this.target = target;
    }

    /** Of the first few targets. */
    public static JsonNode of(Answers answers) {
        return Json.list(IntStream.range(
                        0, Math.min(MOST_TARGETS, answers.schema().outputs()))
                .mapToObj(target -> new Residuals(answers, target).json().node())
                .toList());
    }

    private JsonMembers json() {
        int[] rows = sample();
        Histogram histogram = histogram();
        return JsonMembers.none()
                .with("target", answers.schema().targets().get(target))
                .with("rows", answers.rows())
                .with("predicted", Series.of(rows.length, i -> answers.predicted(rows[i], target)))
                .with("actual", Series.of(rows.length, i -> answers.actual(rows[i], target)))
                .with("edges", Series.of(histogram.edges()))
                .with("counts", Series.of(histogram.counts()));
    }

    /** Rows at even distances in the data, in the order of what is predicted for them. */
    private int[] sample() {
        int some = Math.min(answers.rows(), MOST_POINTS);
        return IntStream.range(0, some)
                .mapToObj(i -> (int) ((long) i * answers.rows() / some))
                .sorted(Comparator.comparingDouble(row -> answers.output(row, target)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Histogram histogram() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < answers.rows(); row++) {
            least = Math.min(least, residual(row));
            greatest = Math.max(greatest, residual(row));
        }
        Histogram histogram = new Histogram(least, greatest > least ? greatest : least + 1, BINS);
        for (int row = 0; row < answers.rows(); row++) {
            histogram.add(residual(row));
        }
        return histogram;
    }

    /** What is missing: the truth less the prediction. */
    private double residual(int row) {
        return (double) answers.target(row, target) - answers.output(row, target);
    }
}
