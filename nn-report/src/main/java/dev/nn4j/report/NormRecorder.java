// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.LayerNorm;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the norms of every epoch, and passes on everything else.
 *
 * @since 0.1.0
 */
public final class NormRecorder implements TrainingListener {
    private final TrainingListener next;
    private final List<List<LayerNorm>> epochs = new ArrayList<>();

    /** Passes on to this listener. */
    public NormRecorder(TrainingListener next) {
        this.next = next;
    }

    /** The norms so far, epoch by epoch. */
    public List<List<LayerNorm>> epochs() {
        return List.copyOf(epochs);
    }

    @Override
    public boolean wantsNorms() {
        return true;
    }

    @Override
    public void normsMeasured(List<LayerNorm> norms) {
        epochs.add(norms);
    }

    @Override
    public void dataPrepared(Schema schema, Table training) {
        next.dataPrepared(schema, training);
    }

    @Override
    public boolean wantsBatches() {
        return next.wantsBatches();
    }

    @Override
    public void batchEnded(BatchProgress progress) {
        next.batchEnded(progress);
    }

    @Override
    public TrainingListener refitting(int rows, int epochs) {
        return next.refitting(rows, epochs);
    }

    @Override
    public void epochEnded(EpochRecord epoch) {
        next.epochEnded(epoch);
    }
}
