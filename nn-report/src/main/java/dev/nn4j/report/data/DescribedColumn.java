// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.data;

import dev.nn4j.config.starter.SurveyedColumn;
import dev.nn4j.core.profile.Association;
import dev.nn4j.core.profile.ColumnMoments;
import dev.nn4j.core.profile.ColumnProfile;
import java.util.Optional;

/**
 * A column of a table, as it was seen before anything is learnt from it.
 *
 * @param surveyed what it is taken for
 * @param profile range and quantiles, or frequencies, and gaps
 * @param moments of a column of numbers
 * @param association how much it goes with the target, if there is one and this is not it
 * @since 0.1.0
 */
public record DescribedColumn(
        SurveyedColumn surveyed,
        ColumnProfile profile,
        Optional<ColumnMoments> moments,
        Optional<Association> association) {
    /** Its name. */
    public String name() {
        return surveyed.name();
    }
}
