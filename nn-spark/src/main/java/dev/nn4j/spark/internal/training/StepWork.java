// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.spark.internal.scoring.SharedModel;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * What all steps of a training have in common.
 *
 * @param prepared the model that encodes its rows, with a network of its architecture
 * @param training what is trained, and how
 * @param checksums of the blocks
 */
record StepWork(Broadcast<SharedModel> prepared, ShippedTraining training, Broadcast<long[]> checksums)
        implements Serializable {
    Model model() {
        return prepared.value().model();
    }

    /**
     * A block's rows, if they are those that the training began with.
     *
     * @throws DataException if it was made again since, of other rows
     */
    Block same(CheckedBlock kept) {
        if (kept.checksum() != checksums.value()[kept.number()]) {
            throw new DataException(
                    "DataFrame: block " + kept.number() + " of the training rows is another than when the training"
                            + " began: the source has answered differently when it was"
                            + " read again; keep the rows (DataFrame.checkpoint, or a"
                            + " table that does not change) and go on from checkpointDir");
        }
        return kept.block();
    }
}
