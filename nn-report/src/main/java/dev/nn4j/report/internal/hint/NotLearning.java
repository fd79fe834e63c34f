// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.metrics.ClassScore;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import java.util.Locale;
import java.util.Optional;

/** On the very rows it learnt from, the model does no better than always giving the same answer. */
public final class NotLearning {
    private static final double WORTH_HAVING = 0.05;
    /** Below this the digits of an R² only say how many they are. */
    private static final double FAR_BELOW = -1000;

    public Optional<String> hint(Observed observed) {
        return asGoodAsNothing(observed)
                .map(what -> "the network has learnt nothing: " + what + "; try "
                        + (observed.experiment().scaling() == Scaling.NONE
                                ? "preprocessing.scaling \"standard\", "
                                : "")
                        + "an optimizer.learningRate ten times as high or as low (now "
                        + observed.experiment().learningRate() + "), or more training.epochs");
    }

    private static Optional<String> asGoodAsNothing(Observed observed) {
        if (observed.training() instanceof RegressionEvaluation numbers && numbers.r2() < WORTH_HAVING) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "its R² is " + (numbers.r2() > FAR_BELOW ? "%.3f" : "%.1e")
                            + " on the rows it learnt from, and the mean alone has 0",
                    numbers.r2()));
        }
        // Of rows that weigh, the accuracy is another one than the share of a label's rows.
        if (observed.training() instanceof ClassificationEvaluation labels
                && observed.experiment().data().weight().isEmpty()) {
            double most = labels.classes().stream()
                            .mapToLong(ClassScore::support)
                            .max()
                            .orElseThrow()
                    / (double) labels.rows();
            // Of what the commonest label leaves to be won, it has won next to nothing.
            if (labels.accuracy() < most + WORTH_HAVING * (1 - most)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "its accuracy is %.3f on the rows it learnt from, and the commonest label alone has %.3f",
                        labels.accuracy(),
                        most));
            }
        }
        return Optional.empty();
    }
}
