// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import dev.nn4j.core.fit.EpochRecord;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Past some epoch the model got better on what it learnt from and worse on what it did not. */
public final class Overfitting {
    private static final double MUCH = 1.1;

    public Optional<String> hint(Observed observed) {
        if (observed.validation().isEmpty() || !observed.isOfLastEpoch()) {
            return Optional.empty();
        }
        EpochRecord best = observed.history().stream()
                .min(Comparator.comparingDouble(epoch -> epoch.validationLoss().orElse(Double.POSITIVE_INFINITY)))
                .orElseThrow();
        EpochRecord last = observed.last();
        double least = best.validationLoss().orElse(0);
        double now = last.validationLoss().orElse(0);
        if (now <= MUCH * Math.abs(least) || last.loss() >= best.loss()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the network is overfitting: its validation loss was least in epoch %d (%.4g) and is now %.4g, while"
                        + " the training loss still fell; try training.earlyStopping, a dropout layer or training.l2",
                best.epoch(),
                least,
                now));
    }
}
