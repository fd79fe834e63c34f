// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.training.TargetLint;
import java.util.List;
import java.util.Optional;

/** The model does badly on a target that the network can hardly give as it stands: before all else that is to be mended. */
public final class HardTarget {
    private static final double GOOD = 0.9;

    public Optional<String> hint(Observed observed) {
        if (!(observed.training() instanceof RegressionEvaluation numbers) || numbers.r2() >= GOOD) {
            return Optional.empty();
        }
        List<String> findings = TargetLint.of(
                observed.experiment(),
                observed.outcome().model().schema(),
                observed.outcome().training());
        return findings.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", findings));
    }
}
