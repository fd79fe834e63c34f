// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.training.MemberResult;
import dev.nn4j.core.validation.Fold;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** One fold of a cross-validation, or one member of an ensemble, in one line. */
final class FoldLine {
    private FoldLine() {}

    /** How a fold went, of so many. */
    static String of(Fold fold, int folds) {
        Map<String, OptionalDouble> figures = fold.evaluation().figures();
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "fold %d/%d  epochs %d", fold.number(), folds, fold.epochs()));
        for (String name : new String[] {"loss", "accuracy", "r2"}) {
            line.append(ShownNumbers.named(name, figures.getOrDefault(name, OptionalDouble.empty())));
        }
        return line.toString();
    }

    /** How a member was trained, of so many, and what its best epoch reached. */
    static String of(MemberResult member, int members) {
        if (member.bestEpoch() == 0) {
            return String.format(Locale.ROOT, "member %d/%d  diverged", member.number(), members);
        }
        EpochRecord kept = member.history().get(member.bestEpoch() - 1);
        return String.format(
                        Locale.ROOT,
                        "member %d/%d  epochs %d, "
                                + (member.stopReason() == StopReason.LEFT ? "left, best %d" : "kept %d"),
                        member.number(),
                        members,
                        member.history().size(),
                        member.bestEpoch())
                + ShownNumbers.named("loss", OptionalDouble.of(kept.loss()))
                + ShownNumbers.named("val_loss", kept.validationLoss())
                + ShownNumbers.named("val_accuracy", kept.validationAccuracy());
    }
}
