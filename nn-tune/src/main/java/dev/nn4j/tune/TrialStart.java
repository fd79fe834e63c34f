// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import java.util.List;

/**
 * A training that a search begins, or goes on with up to the next rung.
 *
 * @param trial the number of the trial that it is of; 0 is the configuration as it was given
 * @param rung where its first epoch was trained for, from 1: later than 1 where trials are trained anew for every rung
 * @param fold which the training is judged on, from 1; 0 where there are no folds
 * @param settings the trial's values as texts, in the order of the space
 * @since 0.1.0
 */
public record TrialStart(int trial, int rung, int fold, List<String> settings) {
    /** Copies the list. */
    public TrialStart {
        settings = List.copyOf(settings);
    }
}
