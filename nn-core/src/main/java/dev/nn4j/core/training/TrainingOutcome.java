// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.data.Table;
import java.util.List;
import java.util.Optional;

/**
 * What a training gives.
 *
 * @param model of the last epoch, or of the best one where early stopping restores it
 * @param history one record for each complete epoch
 * @param stopReason why it ended
 * @param bestEpoch the epoch whose weights the model has, counted from 1
 * @param training the rows it learnt from
 * @param validation the rows it was validated on: given, or set aside from the data
 */
public record TrainingOutcome(
        Model model,
        List<EpochRecord> history,
        StopReason stopReason,
        int bestEpoch,
        Table training,
        Optional<Table> validation) {
    /** Copies the history. */
    public TrainingOutcome {
        history = List.copyOf(history);
    }
}
