// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import org.apache.spark.storage.StorageLevel;

/**
 * Where the parts of a training are; nothing here but the validation rows changes a bit of it.
 *
 * @param validationColumn that is true in rows to validate on; empty for none
 * @param checkpointFolder empty for none
 * @param checkpointEpochs between two checkpoints
 * @param partitions of the blocks; 0 for as many as there are cores
 * @param level where blocks are kept
 */
public record TrainingPlaces(
        String validationColumn, String checkpointFolder, int checkpointEpochs, int partitions, StorageLevel level) {
    /** Refuses numbers out of range. */
    public TrainingPlaces {
        if (checkpointEpochs < 1 || partitions < 0) {
            throw new IllegalArgumentException("neural network: checkpointEpochs must be at least 1 and partitions at"
                    + " least 0, got " + checkpointEpochs + " and " + partitions);
        }
    }
}
