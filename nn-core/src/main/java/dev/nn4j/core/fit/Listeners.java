// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.List;

/**
 * Several listeners as one, told in the order in which they were added; each is told only what it wants. It is asked for
 * that after every batch, and allocates nothing.
 */
final class Listeners implements TrainingListener {
    private static final Listeners NONE = new Listeners();

    private final TrainingListener[] all;

    private Listeners(TrainingListener... all) {
        this.all = all;
    }

    /** Nobody. */
    static TrainingListener none() {
        return NONE;
    }

    /** The one, and behind it the other. */
    static TrainingListener both(TrainingListener first, TrainingListener second) {
        if (second == NONE) {
            return first;
        }
        return first == NONE ? second : new Listeners(first, second);
    }

    @Override
    public void dataPrepared(Schema schema, Table training) {
        for (TrainingListener listener : all) {
            listener.dataPrepared(schema, training);
        }
    }

    @Override
    public boolean wantsBatches() {
        boolean wanted = false;
        for (TrainingListener listener : all) {
            wanted |= listener.wantsBatches();
        }
        return wanted;
    }

    @Override
    public void batchEnded(BatchProgress progress) {
        for (TrainingListener listener : all) {
            if (listener.wantsBatches()) {
                listener.batchEnded(progress);
            }
        }
    }

    @Override
    public boolean wantsNorms() {
        boolean wanted = false;
        for (TrainingListener listener : all) {
            wanted |= listener.wantsNorms();
        }
        return wanted;
    }

    @Override
    public void normsMeasured(List<LayerNorm> norms) {
        for (TrainingListener listener : all) {
            if (listener.wantsNorms()) {
                listener.normsMeasured(norms);
            }
        }
    }

    @Override
    public TrainingListener refitting(int rows, int epochs) {
        TrainingListener told = NONE;
        for (TrainingListener listener : all) {
            told = told.and(listener.refitting(rows, epochs));
        }
        return told;
    }

    @Override
    public void epochEnded(EpochRecord epoch) {
        for (TrainingListener listener : all) {
            listener.epochEnded(epoch);
        }
    }
}
