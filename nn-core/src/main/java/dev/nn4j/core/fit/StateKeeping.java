// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.ConfigurationException;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What keeps the states that a training can continue from, and how often.
 *
 * @param every epochs between two of them, at least 1; the last complete epoch's is handed out in any case
 * @param keeper gets them on the thread that trains; what it throws ends the training
 * @since 0.1.0
 */
public record StateKeeping(int every, Consumer<TrainingState> keeper) {
    /** Refuses an interval below 1, and null. */
    public StateKeeping {
        requireInterval(every);
        Objects.requireNonNull(keeper, "checkpoints: what takes the states is null");
    }

    /**
     * Refuses an interval below 1.
     *
     * @throws ConfigurationException if there is not at least an epoch between two states
     */
    public static void requireInterval(int every) {
        if (every < 1) {
            throw new ConfigurationException("", "checkpoints: must be at least 1 epoch apart, got " + every);
        }
    }
}
