// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.metrics.Averages;
import dev.nn4j.core.metrics.ClassScore;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.metrics.TargetScore;
import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvaluationFormTest {
    private static final Averages HALF = new Averages(0.5, 0.25, 1 / 3.0);
    private static final List<ClassScore> SCORES = List.of(
            ClassScore.builder()
                    .label("benign")
                    .precision(1)
                    .recall(0.5)
                    .f1(2 / 3.0)
                    .support(2)
                    .rocAuc(OptionalDouble.of(0.75))
                    .build(),
            ClassScore.builder().label("m\u001b").build());

    private static ClassificationEvaluation classification() {
        return ClassificationEvaluation.builder()
                .rows(2)
                .loss(0.1)
                .accuracy(0.5)
                .logLoss(0.2)
                .brier(0.3)
                .classes(SCORES)
                .macroAverage(HALF)
                .weightedAverage(HALF)
                .confusionMatrix(List.of(List.of(1L, 1L), List.of(0L, 0L)))
                .labels(List.of("benign", "m\u001b"))
                .build();
    }

    @Test
    void classesAreLaidOutAsScikitLearnDoes() {
        assertThat(EvaluationForm.of(classification()).table()).isEqualTo("""
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
        assertThat(EvaluationForm.of(classification()).json().compact())
                .isEqualTo("{\"rows\":2,\"loss\":0.1,\"accuracy\":0.5,\"logLoss\":0.2,\"brier\":0.3,\"classes\":["
                        + "{\"label\":\"benign\",\"precision\":1,\"recall\":0.5,\"f1\":0.6666666666666666,\"support\":2,\"rocAuc\":0.75},"
                        + "{\"label\":\"m\\u001B\",\"precision\":0,\"recall\":0,\"f1\":0,\"support\":0,\"rocAuc\":null}],"
                        + "\"macroAverage\":{\"precision\":0.5,\"recall\":0.25,\"f1\":0.3333333333333333},"
                        + "\"weightedAverage\":{\"precision\":0.5,\"recall\":0.25,\"f1\":0.3333333333333333},"
                        + "\"confusionMatrix\":[[1,1],[0,0]],\"labels\":[\"benign\",\"m\\u001B\"],\"rocAuc\":null}");
    }

    @Test
    void multiLabelHasNoConfusionMatrix() {
        EvaluationForm report = EvaluationForm.of(MultiLabelEvaluation.builder()
                .rows(2)
                .loss(0.1)
                .accuracy(0.5)
                .logLoss(0.2)
                .brier(0.3)
                .classes(SCORES)
                .macroAverage(HALF)
                .weightedAverage(HALF)
                .labels(List.of("benign", "m\u001b"))
                .rocAuc(OptionalDouble.of(1))
                .build());

        assertThat(report.json().node().fieldNames())
                .toIterable()
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
        EvaluationForm report = EvaluationForm.of(RegressionEvaluation.builder()
                .rows(442)
                .loss(0.4611)
                .mse(2732.6123)
                .rmse(52.27)
                .mae(42.4)
                .r2(-0.5)
                .targets(List.of(new TargetScore(
                        "y", Map.of(Metric.MSE, 1.0, Metric.RMSE, 2.0, Metric.MAE, 3.0, Metric.R2, 4.0))))
                .build());

        assertThat(report.json().compact())
                .isEqualTo("{\"rows\":442,\"loss\":0.4611,\"mse\":2732.6123,\"rmse\":52.27,\"mae\":42.4,\"r2\":-0.5,"
                        + "\"targets\":[{\"name\":\"y\",\"mse\":1,\"rmse\":2,\"mae\":3,\"r2\":4}]}");
        assertThat(report.table()).contains("rows      442", " MSE   2732.6", "  R²  -0.5000");
    }
}
