// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.metrics.Averages;
import dev.nn4j.core.metrics.ClassScore;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
    private static final Averages HALF = new Averages(0.5, 0.25, 1 / 3.0);
    private static final List<ClassScore> SCORES = List.of(
            new ClassScore("benign", 1, 0.5, 2 / 3.0, 2, OptionalDouble.of(0.75)),
            new ClassScore("m\u001b", 0, 0, 0, 0, OptionalDouble.empty()));

    private static ClassificationEvaluation classification() {
        return new ClassificationEvaluation(
                2,
                0.1,
                0.5,
                0.2,
                0.3,
                SCORES,
                HALF,
                HALF,
                List.of(List.of(1L, 1L), List.of(0L, 0L)),
                List.of("benign", "m\u001b"),
                OptionalDouble.empty());
    }

    @Test
    void classesAreLaidOutAsScikitLearnDoes() {
        assertThat(EvaluationReport.of(classification()).table()).isEqualTo("""
                              precision  recall  f1-score  support

                      benign       1.00    0.50      0.67        2
                     m\\u001b       0.00    0.00      0.00        0

                    accuracy                         0.50        2
                   macro avg       0.50    0.25      0.33        2
                weighted avg       0.50    0.25      0.33        2

                confusion matrix (a line for each true label, a column for each predicted one)
                         benign  m\\u001b
                 benign       1        1
                m\\u001b       0        0

                       loss  0.1000
                   accuracy  0.5000
                    ROC-AUC       -
                   log-loss  0.2000
                Brier score  0.3000
                """);
    }

    @Test
    void jsonHasTheKeysOfTheContractInFullAndNullForWhatIsUndefined() {
        assertThat(EvaluationReport.of(classification()).json().compact())
                .isEqualTo("{\"rows\":2,\"loss\":0.1,\"accuracy\":0.5,\"logLoss\":0.2,\"brier\":0.3,\"classes\":["
                        + "{\"label\":\"benign\",\"precision\":1,\"recall\":0.5,\"f1\":0.6666666666666666,\"support\":2,\"rocAuc\":0.75},"
                        + "{\"label\":\"m\\u001B\",\"precision\":0,\"recall\":0,\"f1\":0,\"support\":0,\"rocAuc\":null}],"
                        + "\"macroAverage\":{\"precision\":0.5,\"recall\":0.25,\"f1\":0.3333333333333333},"
                        + "\"weightedAverage\":{\"precision\":0.5,\"recall\":0.25,\"f1\":0.3333333333333333},"
                        + "\"confusionMatrix\":[[1,1],[0,0]],\"labels\":[\"benign\",\"m\\u001B\"],\"rocAuc\":null}");
    }

    @Test
    void multiLabelHasNoConfusionMatrix() {
        EvaluationReport report = EvaluationReport.of(new MultiLabelEvaluation(
                2, 0.1, 0.5, 0.2, 0.3, SCORES, HALF, HALF, List.of("benign", "m\u001b"), OptionalDouble.of(1)));

        assertThat(report.json().members().keySet())
                .containsExactly(
                        "rows",
                        "loss",
                        "accuracy",
                        "logLoss",
                        "brier",
                        "classes",
                        "macroAverage",
                        "weightedAverage",
                        "labels",
                        "rocAuc");
        assertThat(report.table()).doesNotContain("confusion").contains("weighted avg", "ROC-AUC");
    }

    @Test
    void regressionHasItsErrors() {
        EvaluationReport report =
                EvaluationReport.of(new RegressionEvaluation(442, 0.4611, 2732.6123, 52.27, 42.4, -0.5));

        assertThat(report.json().compact())
                .isEqualTo("{\"rows\":442,\"loss\":0.4611,\"mse\":2732.6123,\"rmse\":52.27,\"mae\":42.4,\"r2\":-0.5}");
        assertThat(report.table()).contains("rows      442", " MSE   2732.6", "  R²  -0.5000");
    }
}
