// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.Network;
import java.util.List;

/**
 * What the training of a bare network gives.
 *
 * @param network of the last complete epoch, or of the best one where early stopping restores it
 * @param history one record for each complete epoch
 * @param stopReason why it ended
 * @param bestEpoch the epoch whose weights the network has, counted from 1; 0 if none was completed
 * @since 0.1.0
 */
public record NetworkResult(Network network, List<EpochRecord> history, StopReason stopReason, int bestEpoch) {
    /** Copies the history. */
    public NetworkResult {
        history = List.copyOf(history);
    }
}
