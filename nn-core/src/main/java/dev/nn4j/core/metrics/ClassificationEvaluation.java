// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Of a binary or multi-class model.
 *
 * @since 0.1.0
 */
public final class ClassificationEvaluation implements Evaluation {
    private final WholeFigures whole;
    private final ClassScores scores;
    private final List<List<Long>> confusionMatrix;

    /** Copies the lists. */
    ClassificationEvaluation(WholeFigures whole, ClassScores scores, List<List<Long>> confusionMatrix) {
        this.whole = whole;
        this.scores = scores;
        this.confusionMatrix = confusionMatrix.stream().map(List::copyOf).toList();
    }

    /** Starts with zeros and nothing. */
    public static ClassificationEvaluationBuilder builder() {
        return new ClassificationEvaluationBuilder();
    }

    @Override
    public long rows() {
        return whole.rows();
    }

    @Override
    public double loss() {
        return whole.loss();
    }

    /** Share of rows decided rightly. */
    public double accuracy() {
        return whole.number(Metric.ACCURACY);
    }

    /** Mean −log of the true label's probability, probabilities limited to at least 1e-15. */
    public double logLoss() {
        return whole.number(Metric.LOG_LOSS);
    }

    /**
     * Mean squared distance of the probabilities from the truth: binary of the positive class (Brier 1950, halved),
     * multi-class summed over the classes.
     */
    public double brier() {
        return whole.number(Metric.BRIER);
    }

    /** A score for each label, in order. */
    public List<ClassScore> classes() {
        return scores.classes();
    }

    /** Averages in which every class weighs the same. */
    public Averages macroAverage() {
        return scores.macroAverage();
    }

    /** Averages in which classes weigh as their support. */
    public Averages weightedAverage() {
        return scores.weightedAverage();
    }

    /** Entry [i][j] counts the rows of true label i decided for label j. */
    public List<List<Long>> confusionMatrix() {
        return confusionMatrix;
    }

    /** The labels in order. */
    public List<String> labels() {
        return scores.labels();
    }

    /**
     * Binary: of the positive class; multi-class: the mean over classes, one against the rest; empty where undefined.
     */
    public OptionalDouble rocAuc() {
        return whole.of(Metric.ROC_AUC);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.classification(this);
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
        return other instanceof ClassificationEvaluation that
                && whole.equals(that.whole)
                && scores.equals(that.scores)
                && confusionMatrix.equals(that.confusionMatrix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(whole, scores, confusionMatrix);
    }

    @Override
    public String toString() {
        return "ClassificationEvaluation[" + whole.text() + ", " + scores.text() + ", confusionMatrix="
                + confusionMatrix + ", labels=" + scores.labels() + "]";
    }
}
