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
    private final long rows;
    private final double loss;
    private final MetricFigures metrics;
    private final List<ClassScore> classes;
    private final Averages macroAverage;
    private final Averages weightedAverage;
    private final List<List<Long>> confusionMatrix;
    private final List<String> labels;

    /** Copies the lists. */
    ClassificationEvaluation(
            long rows,
            double loss,
            MetricFigures metrics,
            List<ClassScore> classes,
            Averages macroAverage,
            Averages weightedAverage,
            List<List<Long>> confusionMatrix,
            List<String> labels) {
        classes = List.copyOf(classes);
        confusionMatrix = confusionMatrix.stream().map(List::copyOf).toList();
        labels = List.copyOf(labels);

        this.rows = rows;
        this.loss = loss;
        this.metrics = metrics;
        this.classes = classes;
        this.macroAverage = macroAverage;
        this.weightedAverage = weightedAverage;
        this.confusionMatrix = confusionMatrix;
        this.labels = labels;
    }

    /** Starts with zeros and nothing. */
    public static ClassificationEvaluationBuilder builder() {
        return new ClassificationEvaluationBuilder();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public double loss() {
        return loss;
    }

    /** Share of rows decided rightly. */
    public double accuracy() {
        return metrics.number(Metric.ACCURACY);
    }

    /** Mean −log of the true label's probability, probabilities limited to at least 1e-15. */
    public double logLoss() {
        return metrics.number(Metric.LOG_LOSS);
    }

    /**
     * Mean squared distance of the probabilities from the truth: binary of the positive class (Brier 1950, halved),
     * multi-class summed over the classes.
     */
    public double brier() {
        return metrics.number(Metric.BRIER);
    }

    /** A score for each label, in order. */
    public List<ClassScore> classes() {
        return classes;
    }

    /** Averages in which every class weighs the same. */
    public Averages macroAverage() {
        return macroAverage;
    }

    /** Averages in which classes weigh as their support. */
    public Averages weightedAverage() {
        return weightedAverage;
    }

    /** Entry [i][j] counts the rows of true label i decided for label j. */
    public List<List<Long>> confusionMatrix() {
        return confusionMatrix;
    }

    /** The labels in order. */
    public List<String> labels() {
        return labels;
    }

    /**
     * Binary: of the positive class; multi-class: the mean over classes, one against the rest; empty where undefined.
     */
    public OptionalDouble rocAuc() {
        return metrics.of(Metric.ROC_AUC);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.classification(this);
    }

    @Override
    public OptionalDouble figure(Metric metric) {
        return metrics.of(metric);
    }

    @Override
    public Map<String, OptionalDouble> figures() {
        return new Figures()
                .with("loss", loss)
                .with(metrics)
                .with("macroAverage", macroAverage)
                .with("weightedAverage", weightedAverage)
                .map();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassificationEvaluation that
                && rows == that.rows
                && Double.compare(loss, that.loss) == 0
                && metrics.equals(that.metrics)
                && classes.equals(that.classes)
                && macroAverage.equals(that.macroAverage)
                && weightedAverage.equals(that.weightedAverage)
                && confusionMatrix.equals(that.confusionMatrix)
                && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, loss, metrics, classes, macroAverage, weightedAverage, confusionMatrix, labels);
    }

    @Override
    public String toString() {
        return "ClassificationEvaluation[rows=" + rows + ", loss=" + loss + ", metrics=" + metrics.values()
                + ", classes="
                + classes + ", macroAverage=" + macroAverage + ", weightedAverage=" + weightedAverage
                + ", confusionMatrix=" + confusionMatrix
                + ", labels=" + labels + "]";
    }
}
