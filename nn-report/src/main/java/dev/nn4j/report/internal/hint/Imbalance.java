// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.metrics.ClassScore;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A label is so rare that missing it costs a training next to nothing, and it is missed. */
public final class Imbalance {
    private static final int TIMES = 5;
    private static final double FOUND_WELL = 0.8;

    public Optional<String> hint(Observed observed) {
        if (!(observed.training() instanceof ClassificationEvaluation labels)
                || !(observed.experiment().options().classWeights() instanceof ClassWeights.None)) {
            return Optional.empty();
        }
        ClassScore rarest = labels.classes().stream()
                .min(Comparator.comparingLong(ClassScore::support))
                .orElseThrow();
        long most =
                labels.classes().stream().mapToLong(ClassScore::support).max().orElseThrow();
        if (rarest.support() * TIMES > most || rarest.recall() >= FOUND_WELL) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the classes are out of balance: label '%s' has %d of %d rows, and of these %.0f %% are found; try"
                        + " training.classWeights \"balanced\"",
                rarest.label(),
                rarest.support(),
                labels.rows(),
                100 * rarest.recall()));
    }
}
