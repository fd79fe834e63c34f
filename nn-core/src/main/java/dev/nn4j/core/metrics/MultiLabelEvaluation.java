// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Of a model with several yes-or-no targets.
 *
 * @param rows number of rows
 * @param loss the model's own loss
 * @param accuracy share of rows with every target right
 * @param logLoss mean over rows and targets of −log of the truth's probability, limited to at least 1e-15
 * @param brier mean over rows and targets of the squared distance of the probability from the truth
 * @param classes one for each target: how well its positives are found
 * @param macroAverage every target weighs the same
 * @param weightedAverage targets weigh as their positives
 * @param labels the targets in order
 * @param rocAuc mean over the targets; empty where undefined for one
 */
public record MultiLabelEvaluation(
        long rows,
        double loss,
        double accuracy,
        double logLoss,
        double brier,
        List<ClassScore> classes,
        Averages macroAverage,
        Averages weightedAverage,
        List<String> labels,
        OptionalDouble rocAuc)
        implements Evaluation {
    /** Copies the lists. */
    public MultiLabelEvaluation {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);
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
}
