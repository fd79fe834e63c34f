// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.decision;

/**
 * Where the thresholds of a trained model come from: chosen by rows, or given.
 *
 * @since 0.1.0
 */
public sealed interface DecisionRule permits DecisionGoal, GivenThresholds {
    /**
     * What is done with each.
     *
     * @param <T> what comes of it
     * @since 0.1.0
     */
    interface Cases<T> {
        /** Chosen by rows to be best at this. */
        T chosen(DecisionGoal goal);

        /** Given by somebody. */
        T given(GivenThresholds thresholds);
    }

    /** The case that this is. */
    <T> T match(Cases<T> cases);
}
