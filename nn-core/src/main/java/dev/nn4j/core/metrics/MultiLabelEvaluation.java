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
    private final long rows;
    private final double loss;
    private final MetricFigures metrics;
    private final List<ClassScore> classes;
    private final Averages macroAverage;
    private final Averages weightedAverage;
    private final List<String> labels;

    /** Copies the lists. */
    MultiLabelEvaluation(
            long rows,
            double loss,
            MetricFigures metrics,
            List<ClassScore> classes,
            Averages macroAverage,
            Averages weightedAverage,
            List<String> labels) {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);

        this.rows = rows;
        this.loss = loss;
        this.metrics = metrics;
        this.classes = classes;
        this.macroAverage = macroAverage;
        this.weightedAverage = weightedAverage;
        this.labels = labels;
    }

    /** Starts with zeros and nothing. */
    public static MultiLabelEvaluationBuilder builder() {
        return new MultiLabelEvaluationBuilder();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public double loss() {
        return loss;
    }

    /** Share of rows with every target right. */
    public double accuracy() {
        return metrics.number(Metric.ACCURACY);
    }

    /** Mean over rows and targets of −log of the truth's probability, limited to at least 1e-15. */
    public double logLoss() {
        return metrics.number(Metric.LOG_LOSS);
    }

    /** Mean over rows and targets of the squared distance of the probability from the truth. */
    public double brier() {
        return metrics.number(Metric.BRIER);
    }

    /** A score for each target: how well its positives are found. */
    public List<ClassScore> classes() {
        return classes;
    }

    /** Averages in which every target weighs the same. */
    public Averages macroAverage() {
        return macroAverage;
    }

    /** Averages in which targets weigh as their positives. */
    public Averages weightedAverage() {
        return weightedAverage;
    }

    /** The targets in order. */
    public List<String> labels() {
        return labels;
    }

    /** Mean area under the ROC curve over the targets; empty where undefined for one. */
    public OptionalDouble rocAuc() {
        return metrics.of(Metric.ROC_AUC);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multiLabel(this);
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
        return other instanceof MultiLabelEvaluation that
                && rows == that.rows
                && Double.compare(loss, that.loss) == 0
                && metrics.equals(that.metrics)
                && classes.equals(that.classes)
                && macroAverage.equals(that.macroAverage)
                && weightedAverage.equals(that.weightedAverage)
                && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, loss, metrics, classes, macroAverage, weightedAverage, labels);
    }

    @Override
    public String toString() {
        return "MultiLabelEvaluation[rows=" + rows + ", loss=" + loss + ", metrics=" + metrics.values() + ", classes="
                + classes + ", macroAverage=" + macroAverage + ", weightedAverage=" + weightedAverage
                + ", labels=" + labels + "]";
    }
}
