// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.live;

import dev.nn4j.tune.TrialStart;

/**
 * How the trainings of a search are told apart: on the page, and as folders of event files.
 *
 * @since 0.1.0
 */
public final class TrialNames {
    private TrialNames() {}

    /** As in {@code trial-7}, {@code trial-7-fold-2}; where it was trained anew for a rung, {@code trial-7-rung-3}. */
    public static String of(TrialStart start) {
        return "trial-" + start.trial()
                + (start.rung() > 1 ? "-rung-" + start.rung() : "")
                + (start.fold() > 0 ? "-fold-" + start.fold() : "");
    }

    /** As in {@code refit-7}, {@code refit-7-member-1}: of the trial that was chosen, on all rows. */
    public static String ofRefit(int trial, int member) {
        return "refit-" + trial + (member > 0 ? "-member-" + member : "");
    }
}
