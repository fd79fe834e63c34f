// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import java.util.List;
import java.util.Optional;

/**
 * All of a model but its numbers, in terms that need no component to be present.
 *
 * @param network architecture and loss
 * @param schema features, targets, task and labels
 * @param inputScaling of the features
 * @param targetScaling of the targets; none but for regression
 * @param goldenRows how many raw rows are stored to prove a reader right
 * @param goldenCells their cells, row by row
 * @param provenance how the model came to be
 * @param training in a checkpoint, what its training remembers
 */
public record StoredModel(
        StoredNetwork network,
        Schema schema,
        Scaling inputScaling,
        Scaling targetScaling,
        int goldenRows,
        List<String> goldenCells,
        Provenance provenance,
        Optional<StoredTraining> training) {
    /** Copies the cells. */
    public StoredModel {
        goldenCells = List.copyOf(goldenCells);
    }

    /** The same as a checkpoint. */
    StoredModel withTraining(StoredTraining remembered) {
        return new StoredModel(
                network,
                schema,
                inputScaling,
                targetScaling,
                goldenRows,
                goldenCells,
                provenance,
                Optional.of(remembered));
    }
}
