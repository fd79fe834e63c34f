// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Of a model with several yes-or-no targets.
 *
 * @since 0.1.0
 */
public final class MultiLabelEvaluation implements Evaluation {
    private final WholeFigures whole;
    private final ClassScores scores;

    MultiLabelEvaluation(WholeFigures whole, ClassScores scores) {
        this.whole = whole;
        this.scores = scores;
    }

    /** Starts with zeros and nothing. */
    public static MultiLabelEvaluationBuilder builder() {
        return new MultiLabelEvaluationBuilder();
    }

    @Override
    public long rows() {
        return whole.rows();
    }

    @Override
    public double loss() {
        return whole.loss();
    }

    /** Share of rows with every target right. */
    public double accuracy() {
        return whole.number(Metric.ACCURACY);
    }

    /** Mean over rows and targets of −log of the truth's probability, limited to at least 1e-15. */
    public double logLoss() {
        return whole.number(Metric.LOG_LOSS);
    }

    /** Mean over rows and targets of the squared distance of the probability from the truth. */
    public double brier() {
        return whole.number(Metric.BRIER);
    }

    /** A score for each target: how well its positives are found. */
    public List<ClassScore> classes() {
        return scores.classes();
    }

    /** Averages in which every target weighs the same. */
    public Averages macroAverage() {
        return scores.macroAverage();
    }

    /** Averages in which targets weigh as their positives. */
    public Averages weightedAverage() {
        return scores.weightedAverage();
    }

    /** The targets in order. */
    public List<String> labels() {
        return scores.labels();
    }

    /** Mean area under the ROC curve over the targets; empty where undefined for one. */
    public OptionalDouble rocAuc() {
        return whole.of(Metric.ROC_AUC);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multiLabel(this);
    }

    @Override
    public OptionalDouble figure(Metric metric) {
        return whole.of(metric);
    }

    @Override
    public Map<String, OptionalDouble> figures() {
        return scores.in(whole.named()).map();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultiLabelEvaluation that && whole.equals(that.whole) && scores.equals(that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(whole, scores);
    }

    @Override
    public String toString() {
        return "MultiLabelEvaluation[" + whole.text() + ", " + scores.text() + ", labels=" + scores.labels() + "]";
    }
}
