// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.fit.StateKeeping;
import java.util.function.Consumer;

/**
 * What keeps the checkpoints of a training on a table, and how often.
 *
 * @param every epochs between two of them, at least 1
 * @param keeper gets them
 */
record CheckpointKeeping(int every, Consumer<Checkpoint> keeper) {
    CheckpointKeeping {
        StateKeeping.requireInterval(every);
    }
}
