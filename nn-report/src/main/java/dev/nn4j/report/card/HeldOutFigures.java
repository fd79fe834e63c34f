// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How good a model is on rows that it has not learnt from, as it says itself.
 *
 * @param on what rows these are
 * @param rows how many
 * @param figures in a fixed order
 * @since 0.1.0
 */
public record HeldOutFigures(String on, long rows, List<Figure> figures) {
    /** Under which name a provenance has them. */
    public static final String NAME = Provenance.HELD_OUT;

    private static final List<Metric> TOLD = List.of(
            Metric.ACCURACY,
            Metric.BALANCED_ACCURACY,
            Metric.F1,
            Metric.ROC_AUC,
            Metric.LOG_LOSS,
            Metric.BRIER,
            Metric.RMSE,
            Metric.MAE,
            Metric.R2);
    private static final Pattern WHOLE = Pattern.compile("(.*), (\\d{1,18}): (.*)", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile("(\\w+) (\\S+)(?: \\((\\S+) to (\\S+)\\))?");

    /** Copies the list. */
    public HeldOutFigures {
        figures = List.copyOf(figures);
    }

    /**
     * A figure.
     *
     * @param key of the {@link Metric}
     * @param value of it
     * @param interval in which it lies with 95 % confidence, where there is a formula
     */
    public record Figure(String key, double value, Optional<Interval> interval) {}

    /**
     * An interval.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) {}

    /** Those of a model's answers. */
    public static HeldOutFigures of(Answers answers, String on) {
        return of(answers.evaluation(), on, new FigureIntervals(answers)::of);
    }

    /** Those of an evaluation, without intervals, for which the answers would be needed. */
    public static HeldOutFigures of(Evaluation evaluation, String on) {
        return of(evaluation, on, (metric, value) -> Optional.empty());
    }

    private static HeldOutFigures of(
            Evaluation evaluation, String on, BiFunction<Metric, Double, Optional<Interval>> intervals) {
        List<Figure> figures = new ArrayList<>();
        for (Metric metric : TOLD) {
            OptionalDouble value = evaluation.figure(metric);
            if (value.isPresent()) {
                figures.add(
                        new Figure(metric.key(), value.getAsDouble(), intervals.apply(metric, value.getAsDouble())));
            }
        }
        return new HeldOutFigures(on, evaluation.rows(), figures);
    }

    /** As a provenance says it: {@code validation rows, 57: accuracy 0.96 (0.88 to 0.99); …}. */
    public String text() {
        return on + ", " + rows + ": "
                + figures.stream().map(HeldOutFigures::text).collect(Collectors.joining("; "));
    }

    private static String text(Figure figure) {
        return figure.key() + " " + ShortestDecimal.text(figure.value())
                + figure.interval()
                        .map(range -> " (" + ShortestDecimal.text((float) range.low()) + " to "
                                + ShortestDecimal.text((float) range.high()) + ")")
                        .orElse("");
    }

    /** What a provenance says; empty if it says nothing that this version knows. */
    public static Optional<HeldOutFigures> in(Provenance provenance) {
        Matcher whole = WHOLE.matcher(provenance.extra().getOrDefault(NAME, ""));
        if (!whole.matches()) {
            return Optional.empty();
        }
        try {
            List<Figure> figures = new ArrayList<>();
            for (String part : whole.group(3).split("; ", -1)) {
                Matcher one = ONE.matcher(part);
                if (!one.matches()) {
                    return Optional.empty();
                }
                Optional<Interval> interval = one.group(3) == null
                        ? Optional.empty()
                        : Optional.of(new Interval(Double.parseDouble(one.group(3)), Double.parseDouble(one.group(4))));
                figures.add(new Figure(one.group(1), Double.parseDouble(one.group(2)), interval));
            }
            return Optional.of(new HeldOutFigures(whole.group(1), Long.parseLong(whole.group(2)), figures));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
