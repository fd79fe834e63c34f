// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

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
    private final double accuracy;
    private final double logLoss;
    private final double brier;
    private final List<ClassScore> classes;
    private final Averages macroAverage;
    private final Averages weightedAverage;
    private final List<String> labels;
    private final OptionalDouble rocAuc;

    /** Copies the lists. */
    MultiLabelEvaluation(
            long rows,
            double loss,
            double accuracy,
            double logLoss,
            double brier,
            List<ClassScore> classes,
            Averages macroAverage,
            Averages weightedAverage,
            List<String> labels,
            OptionalDouble rocAuc) {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);

        this.rows = rows;
        this.loss = loss;
        this.accuracy = accuracy;
        this.logLoss = logLoss;
        this.brier = brier;
        this.classes = classes;
        this.macroAverage = macroAverage;
        this.weightedAverage = weightedAverage;
        this.labels = labels;
        this.rocAuc = rocAuc;
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
        return accuracy;
    }

    /** Mean over rows and targets of −log of the truth's probability, limited to at least 1e-15. */
    public double logLoss() {
        return logLoss;
    }

    /** Mean over rows and targets of the squared distance of the probability from the truth. */
    public double brier() {
        return brier;
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
        return rocAuc;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multiLabel(this);
    }

    @Override
    public Map<String, OptionalDouble> figures() {
        return new Figures()
                .with("loss", loss)
                .with("accuracy", accuracy)
                .with("logLoss", logLoss)
                .with("brier", brier)
                .with("rocAuc", rocAuc)
                .with("macroAverage", macroAverage)
                .with("weightedAverage", weightedAverage)
                .map();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultiLabelEvaluation that
                && rows == that.rows
                && Double.compare(loss, that.loss) == 0
                && Double.compare(accuracy, that.accuracy) == 0
                && Double.compare(logLoss, that.logLoss) == 0
                && Double.compare(brier, that.brier) == 0
                && classes.equals(that.classes)
                && macroAverage.equals(that.macroAverage)
                && weightedAverage.equals(that.weightedAverage)
                && labels.equals(that.labels)
                && rocAuc.equals(that.rocAuc);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                rows, loss, accuracy, logLoss, brier, classes, macroAverage, weightedAverage, labels, rocAuc);
    }

    @Override
    public String toString() {
        return "MultiLabelEvaluation[rows=" + rows + ", loss=" + loss + ", accuracy=" + accuracy + ", logLoss="
                + logLoss + ", brier=" + brier + ", classes=" + classes + ", macroAverage=" + macroAverage
                + ", weightedAverage=" + weightedAverage + ", labels=" + labels + ", rocAuc=" + rocAuc + "]";
    }
}
