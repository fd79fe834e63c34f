// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import dev.nn4j.core.calibration.ConformalCoverage;
import dev.nn4j.core.diagnosis.QuantileScore;
import dev.nn4j.core.explanation.PermutationImportance;
import java.util.List;
import java.util.Optional;

/**
 * What rows say of a model beside what its file does. They should be rows that it has not learnt from.
 *
 * @param figures how good its answers are
 * @param importance what they depend on, where it is defined
 * @param coverage what its intervals or sets held, level by level; none where it has no conformal scores
 * @param quantiles how its quantiles did; none where an answer is all that it says
 * @since 0.1.0
 */
public record CardMeasurements(
        HeldOutFigures figures,
        Optional<PermutationImportance> importance,
        List<ConformalCoverage> coverage,
        List<QuantileScore> quantiles) {
    /** Copies the lists. */
    public CardMeasurements {
        coverage = List.copyOf(coverage);
        quantiles = List.copyOf(quantiles);
    }
}
