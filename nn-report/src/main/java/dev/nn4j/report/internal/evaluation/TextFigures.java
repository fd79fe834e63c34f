// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.score.Metric;
import dev.nn4j.report.internal.text.Rounded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures that texts for people show: few enough to be read. JSON and the HTML page have all metrics there are.
 */
public final class TextFigures {
    private static final List<Metric> MATTER_MOST =
            List.of(Metric.ACCURACY, Metric.ROC_AUC, Metric.MSE, Metric.RMSE, Metric.MAE, Metric.R2);
    private static final List<Metric> OTHERS = List.of(Metric.LOG_LOSS, Metric.BRIER);

    private TextFigures() {}

    /** The loss and the metrics that matter most, by their labels, rounded. */
    static Map<String, String> summary(Evaluation evaluation) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("loss", Rounded.figure(evaluation.loss()));
        add(evaluation, MATTER_MOST, figures);
        return figures;
    }

    /** Those of the summary, and others behind them. */
    static Map<String, String> of(Evaluation evaluation) {
        Map<String, String> figures = summary(evaluation);
        add(evaluation, OTHERS, figures);
        return figures;
    }

    private static void add(Evaluation evaluation, List<Metric> metrics, Map<String, String> figures) {
        for (Metric metric : metrics) {
            if (evaluation.figures().containsKey(metric.key())) {
                figures.put(metric.label(), Rounded.figure(evaluation.figure(metric)));
            }
        }
    }

    /** Whether texts show what has this name in {@link Evaluation#figures()}: all that is not a metric left to JSON. */
    public static boolean shows(String name) {
        String key = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        for (Metric metric : Metric.values()) {
            if (metric.key().equals(key)) {
                return MATTER_MOST.contains(metric) || OTHERS.contains(metric);
            }
        }
        return true;
    }

    /** All figures' labels by their keys, those first that texts show. */
    public static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("loss", "loss");
        for (List<Metric> some : List.of(MATTER_MOST, OTHERS, List.of(Metric.values()))) {
            some.forEach(metric -> labels.putIfAbsent(metric.key(), metric.label()));
        }
        return labels;
    }
}
