// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.report.internal.text.TextTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an evaluation is shown. */
public sealed interface EvaluationForm permits ClassificationForm, MultiLabelForm, RegressionForm {
    /** For people: tables, rounded. */
    String table();

    /** Precision, recall and F1 of each class, a table; empty where there are no classes. */
    default String perClass() {
        return "";
    }

    /** The errors on each target, a table; empty where there is one target or none is a number. */
    default String perTarget() {
        return "";
    }

    /** For programs: every number in full, undefined ones null. */
    JsonMembers json();

    /** The few figures that matter most, by name, rounded. */
    Map<String, String> summary();

    /** The form that suits an evaluation. */
    static EvaluationForm of(Evaluation evaluation) {
        return evaluation.match(new Evaluation.Cases<>() {
            @Override
            public EvaluationForm classification(ClassificationEvaluation labels) {
                return new ClassificationForm(labels);
            }

            @Override
            public EvaluationForm multiLabel(MultiLabelEvaluation targets) {
                return new MultiLabelForm(targets);
            }

            @Override
            public EvaluationForm regression(RegressionEvaluation numbers) {
                return new RegressionForm(numbers);
            }
        });
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
