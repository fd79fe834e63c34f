// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Of a binary or multi-class model.
 *
 * @param rows number of rows
 * @param loss the model's own loss
 * @param accuracy share of rows decided rightly
 * @param logLoss mean −log of the true label's probability, probabilities limited to at least 1e-15
 * @param brier mean squared distance of the probabilities from the truth: binary of the positive class (Brier 1950,
 *     halved), multi-class summed over the classes
 * @param classes one for each label, in order
 * @param macroAverage every class weighs the same
 * @param weightedAverage classes weigh as their support
 * @param confusionMatrix entry [i][j] counts the rows of true label i decided for label j
 * @param labels in order
 * @param rocAuc binary: of the positive class; multi-class: the mean over classes, one against the rest; empty where
 *     undefined
 */
public record ClassificationEvaluation(
        long rows,
        double loss,
        double accuracy,
        double logLoss,
        double brier,
        List<ClassScore> classes,
        Averages macroAverage,
        Averages weightedAverage,
        List<List<Long>> confusionMatrix,
        List<String> labels,
        OptionalDouble rocAuc)
        implements Evaluation {
    /** Copies the lists. */
    public ClassificationEvaluation {
        classes = List.copyOf(classes);
        confusionMatrix = confusionMatrix.stream().map(List::copyOf).toList();
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
