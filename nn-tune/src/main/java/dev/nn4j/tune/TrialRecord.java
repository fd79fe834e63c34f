// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a trial had come to at a rung.
 *
 * @param trial its number; 0 is the configuration as it was given
 * @param rung where it was judged, from 1
 * @param epochs that it had been trained for by then; of folds the most of any
 * @param score of the rows that it had not learnt from: what early stopping watches, or their loss, of the epoch that is kept; of
 *     folds their mean. Empty where it diverged, or could not be
 * @param settings its values as texts, in the order of the space; empty where the configuration says nothing
 * @since 0.1.0
 */
public record TrialRecord(int trial, int rung, int epochs, OptionalDouble score, List<String> settings) {
    /** Copies the list. */
    public TrialRecord {
        settings = List.copyOf(settings);
    }

    /** In words, for messages. */
    String place() {
        return "trial " + trial + ", rung " + rung;
    }
}
