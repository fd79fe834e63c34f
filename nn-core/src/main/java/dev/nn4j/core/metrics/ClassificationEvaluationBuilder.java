// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Builds a {@link ClassificationEvaluation}, for tests of what shows one; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class ClassificationEvaluationBuilder {
    private WholeFigures whole = WholeFigures.NONE.with(Metric.ROC_AUC, OptionalDouble.empty());
    private List<ClassScore> classes = List.of();
    private Averages macroAverage = new Averages(0, 0, 0);
    private Averages weightedAverage = new Averages(0, 0, 0);
    private List<List<Long>> confusionMatrix = List.of();
    private List<String> labels = List.of();

    ClassificationEvaluationBuilder() {}

    /** See {@link ClassificationEvaluation#rows()}. */
    public ClassificationEvaluationBuilder rows(long value) {
        whole = whole.withRows(value);
        return this;
    }

    /** See {@link ClassificationEvaluation#loss()}. */
    public ClassificationEvaluationBuilder loss(double value) {
        whole = whole.withLoss(value);
        return this;
    }

    /** See {@link ClassificationEvaluation#accuracy()}. */
    public ClassificationEvaluationBuilder accuracy(double value) {
        return figure(Metric.ACCURACY, OptionalDouble.of(value));
    }

    /** See {@link ClassificationEvaluation#logLoss()}. */
    public ClassificationEvaluationBuilder logLoss(double value) {
        return figure(Metric.LOG_LOSS, OptionalDouble.of(value));
    }

    /** See {@link ClassificationEvaluation#brier()}. */
    public ClassificationEvaluationBuilder brier(double value) {
        return figure(Metric.BRIER, OptionalDouble.of(value));
    }

    /** See {@link ClassificationEvaluation#classes()}. */
    public ClassificationEvaluationBuilder classes(List<ClassScore> value) {
        classes = value;
        return this;
    }

    /** See {@link ClassificationEvaluation#macroAverage()}. */
    public ClassificationEvaluationBuilder macroAverage(Averages value) {
        macroAverage = value;
        return this;
    }

    /** See {@link ClassificationEvaluation#weightedAverage()}. */
    public ClassificationEvaluationBuilder weightedAverage(Averages value) {
        weightedAverage = value;
        return this;
    }

    /** See {@link ClassificationEvaluation#confusionMatrix()}. */
    public ClassificationEvaluationBuilder confusionMatrix(List<List<Long>> value) {
        confusionMatrix = value;
        return this;
    }

    /** See {@link ClassificationEvaluation#labels()}. */
    public ClassificationEvaluationBuilder labels(List<String> value) {
        labels = value;
        return this;
    }

    /** See {@link ClassificationEvaluation#rocAuc()}. */
    public ClassificationEvaluationBuilder rocAuc(OptionalDouble value) {
        return figure(Metric.ROC_AUC, value);
    }

    /** See {@link ClassificationEvaluation#figure}. */
    public ClassificationEvaluationBuilder figure(Metric metric, OptionalDouble value) {
        whole = whole.with(metric, value);
        return this;
    }

    /** The evaluation. */
    public ClassificationEvaluation build() {
        return new ClassificationEvaluation(
                whole, new ClassScores(classes, macroAverage, weightedAverage, labels), confusionMatrix);
    }
}
