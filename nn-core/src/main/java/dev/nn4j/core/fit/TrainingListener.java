// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.List;

/**
 * Watches a training. Calls come on the thread that trains, between steps; what a listener does never changes a bit of
 * the result.
 *
 * @since 0.1.0
 */
public interface TrainingListener {
    /** One that watches nothing and costs nothing. */
    static TrainingListener none() {
        return Listeners.none();
    }

    /** This listener and another as one, told in this order; each is told only what it wants. */
    default TrainingListener and(TrainingListener next) {
        return Listeners.both(this, next);
    }

    /**
     * Before the first step of a training on a table; does nothing by default.
     *
     * @param schema what the model reads, fitted to the training rows
     * @param training the raw training rows; where the training is cancelled, walks over them end as well
     */
    default void dataPrepared(Schema schema, Table training) {}

    /** After every batch; does nothing by default. The description is made only for listeners that {@link #wantsBatches}. */
    default void batchEnded(BatchProgress progress) {}

    /** Whether {@link #batchEnded} is to be called at all; false by default, which keeps a step free of allocation. */
    default boolean wantsBatches() {
        return false;
    }

    /** Before {@link #epochEnded}; does nothing by default. Measured only for listeners that {@link #wantsNorms}. */
    default void normsMeasured(List<LayerNorm> norms) {}

    /** Whether {@link #normsMeasured} is to be called; false by default: it costs a pass over the gradient each step. */
    default boolean wantsNorms() {
        return false;
    }

    /**
     * Before a second training, on all rows; see {@link dev.nn4j.core.experiment.TrainingOptions#refit()}.
     *
     * @param rows how many there are
     * @param epochs how many it will take
     * @return who is told of its batches and epochs; nobody by default
     */
    default TrainingListener refitting(int rows, int epochs) {
        return none();
    }

    /** After every epoch; does nothing by default. */
    default void epochEnded(EpochRecord epoch) {}
}
