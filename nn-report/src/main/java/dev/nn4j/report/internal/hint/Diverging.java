// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import dev.nn4j.core.fit.EpochRecord;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The loss of the rows learnt from has gone up for good. */
public final class Diverging {
    private static final double MUCH = 1.5;

    public Optional<String> hint(Observed observed) {
        EpochRecord best = observed.history().stream()
                .min(Comparator.comparingDouble(EpochRecord::loss))
                .orElseThrow();
        double last = observed.last().loss();
        if (last <= MUCH * Math.abs(best.loss()) || !Double.isFinite(last) || !observed.isOfLastEpoch()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the training is diverging: its loss rose from %.4g in epoch %d to %.4g; try a smaller"
                        + " optimizer.learningRate (now %s), or training.clipNorm",
                best.loss(),
                best.epoch(),
                last,
                observed.experiment().learningRate()));
    }
}
