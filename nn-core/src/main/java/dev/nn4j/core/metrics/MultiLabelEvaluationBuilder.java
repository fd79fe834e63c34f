// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Builds a {@link MultiLabelEvaluation}, for tests of what shows one; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class MultiLabelEvaluationBuilder {
    private WholeFigures whole = WholeFigures.NONE.with(Metric.ROC_AUC, OptionalDouble.empty());
    private List<ClassScore> classes = List.of();
    private Averages macroAverage = new Averages(0, 0, 0);
    private Averages weightedAverage = new Averages(0, 0, 0);
    private List<String> labels = List.of();

    MultiLabelEvaluationBuilder() {}

    /** See {@link MultiLabelEvaluation#rows()}. */
    public MultiLabelEvaluationBuilder rows(long value) {
        whole = whole.withRows(value);
        return this;
    }

    /** See {@link MultiLabelEvaluation#loss()}. */
    public MultiLabelEvaluationBuilder loss(double value) {
        whole = whole.withLoss(value);
        return this;
    }

    /** See {@link MultiLabelEvaluation#accuracy()}. */
    public MultiLabelEvaluationBuilder accuracy(double value) {
        return figure(Metric.ACCURACY, OptionalDouble.of(value));
    }

    /** See {@link MultiLabelEvaluation#logLoss()}. */
    public MultiLabelEvaluationBuilder logLoss(double value) {
        return figure(Metric.LOG_LOSS, OptionalDouble.of(value));
    }

    /** See {@link MultiLabelEvaluation#brier()}. */
    public MultiLabelEvaluationBuilder brier(double value) {
        return figure(Metric.BRIER, OptionalDouble.of(value));
    }

    /** See {@link MultiLabelEvaluation#classes()}. */
    public MultiLabelEvaluationBuilder classes(List<ClassScore> value) {
        classes = value;
        return this;
    }

    /** See {@link MultiLabelEvaluation#macroAverage()}. */
    public MultiLabelEvaluationBuilder macroAverage(Averages value) {
        macroAverage = value;
        return this;
    }

    /** See {@link MultiLabelEvaluation#weightedAverage()}. */
    public MultiLabelEvaluationBuilder weightedAverage(Averages value) {
        weightedAverage = value;
        return this;
    }

    /** See {@link MultiLabelEvaluation#labels()}. */
    public MultiLabelEvaluationBuilder labels(List<String> value) {
        labels = value;
        return this;
    }

    /** See {@link MultiLabelEvaluation#rocAuc()}. */
    public MultiLabelEvaluationBuilder rocAuc(OptionalDouble value) {
        return figure(Metric.ROC_AUC, value);
    }

    /** See {@link MultiLabelEvaluation#figure}. */
    public MultiLabelEvaluationBuilder figure(Metric metric, OptionalDouble value) {
        whole = whole.with(metric, value);
        return this;
    }

    /** The evaluation. */
    public MultiLabelEvaluation build() {
        return new MultiLabelEvaluation(whole, new ClassScores(classes, macroAverage, weightedAverage, labels));
    }
}
