// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.Network;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.experiment.TrainingOptions;
import java.util.List;
import java.util.Optional;

/**
 * What the training of a bare network gives.
 *
 * @param network of the last complete epoch, or of the best one where early stopping restores it; its temperature applied
 * @param history one record for each complete epoch
 * @param stopReason why it ended
 * @param bestEpoch the epoch whose weights the network has, counted from 1; 0 if none was completed
 * @param temperature what {@link TrainingOptions#calibrate()} came to; empty where it is not asked for, or the training was
 *     cancelled
 * @since 0.1.0
 */
public record NetworkResult(
        Network network,
        List<EpochRecord> history,
        StopReason stopReason,
        int bestEpoch,
        Optional<TemperatureScaling> temperature) {
    /** Copies the history. */
    public NetworkResult {
        history = List.copyOf(history);
    }

    /** One that is not calibrated. */
    public NetworkResult(Network network, List<EpochRecord> history, StopReason stopReason, int bestEpoch) {
        this(network, history, stopReason, bestEpoch, Optional.empty());
    }

    /** This, its network at that temperature. */
    NetworkResult with(TemperatureScaling scaling) {
        return new NetworkResult(scaling.of(network), history, stopReason, bestEpoch, Optional.of(scaling));
    }
}
