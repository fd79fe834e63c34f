// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.core.fit.EpochRecord;
import java.util.Locale;
import java.util.OptionalDouble;

/** One epoch in one line. */
final class EpochLine {
    private EpochLine() {}

    static String of(EpochRecord epoch, int epochs) {
        return String.format(Locale.ROOT, "epoch %d/%d", epoch.epoch(), epochs)
                + figures(epoch)
                + String.format(Locale.ROOT, "  %.2f s", epoch.seconds().orElse(0));
    }

    /** Its losses and accuracies, and what else was watched. */
    static String figures(EpochRecord epoch) {
        StringBuilder scores = new StringBuilder();
        epoch.scores()
                .forEach((score, value) -> scores.append(ShownNumbers.named(score.word(), OptionalDouble.of(value))));
        return ShownNumbers.named("loss", OptionalDouble.of(epoch.loss()))
                + ShownNumbers.named("accuracy", epoch.accuracy())
                + ShownNumbers.named("val_loss", epoch.validationLoss())
                + ShownNumbers.named("val_accuracy", epoch.validationAccuracy())
                + scores;
    }
}
