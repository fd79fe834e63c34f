// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The training ended while the loss that counts was still falling fast. */
public final class StillImproving {
    private static final double MUCH = 0.9;

    public Optional<String> hint(Observed observed) {
        List<EpochRecord> history = observed.history();
        if (observed.outcome().stopReason() != StopReason.COMPLETED
                || !observed.isOfLastEpoch()
                || isRightThroughout(observed)) {
            return Optional.empty();
        }
        int tail = Math.max(1, history.size() / 10);
        double before = loss(history.get(history.size() - 1 - tail));
        double now = loss(observed.last());
        boolean least = history.stream().allMatch(epoch -> loss(epoch) >= now);
        if (!least || now >= MUCH * before) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the loss was still falling at the end, from %.4g to %.4g in the last %s of %d epochs; try more"
                        + " training.epochs",
                before,
                now,
                tail == 1 ? "one" : Integer.toString(tail),
                history.size()));
    }

    /** A loss falls on for ever where every label is right: there is nothing to be won from that. */
    private static boolean isRightThroughout(Observed observed) {
        OptionalDouble accuracy = observed.validation()
                .orElse(observed.training())
                .figures()
                .getOrDefault("accuracy", OptionalDouble.empty());
        return accuracy.orElse(0) == 1;
    }

    private static double loss(EpochRecord epoch) {
        return epoch.validationLoss().orElse(epoch.loss());
    }
}
