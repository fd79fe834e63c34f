// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an evaluation is shown. */
public sealed interface EvaluationReport permits ClassificationReport, MultiLabelReport, RegressionReport {
    /** For people: tables, rounded. */
    String table();

    /** Precision, recall and F1 of each class, a table; empty where there are no classes. */
    default String perClass() {
        return "";
    }

    /** For programs: every number in full, undefined ones null. */
    JsonObject json();

    /** The few figures that matter most, by name, rounded. */
    Map<String, String> summary();

    /** The form that suits an evaluation. */
    static EvaluationReport of(Evaluation evaluation) {
        if (evaluation instanceof ClassificationEvaluation labels) {
            return new ClassificationReport(labels);
        }
        if (evaluation instanceof MultiLabelEvaluation targets) {
            return new MultiLabelReport(targets);
        }
        return new RegressionReport((RegressionEvaluation) evaluation);
    }

    /** Names and rounded figures, two columns. */
    static String figures(Map<String, String> named) {
        TextTable table = TextTable.ofFigures();
        named.forEach(table::line);
        return table.render();
    }

    /** An ordered map that a report fills. */
    static Map<String, String> ordered() {
        return new LinkedHashMap<>();
    }
}
