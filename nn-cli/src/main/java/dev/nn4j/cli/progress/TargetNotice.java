// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.LayerNorm;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.TargetLint;
import java.util.List;

/** Warns, before a training, of targets that the network can hardly reach, and passes all on to another listener. */
public final class TargetNotice implements TrainingListener {
    private final Console console;
    private final Experiment experiment;
    private final TrainingListener next;

    /** On a console. */
    public TargetNotice(Console console, Experiment experiment, TrainingListener next) {
        this.console = console;
        this.experiment = experiment;
        this.next = next;
    }

    @Override
    public void dataPrepared(Schema schema, Table training) {
        next.dataPrepared(schema, training);
        TargetLint.of(experiment, schema, training).forEach(console::warn);
    }

    @Override
    public void batchEnded(BatchProgress progress) {
        next.batchEnded(progress);
    }

    @Override
    public boolean wantsBatches() {
        return next.wantsBatches();
    }

    @Override
    public void normsMeasured(List<LayerNorm> norms) {
        next.normsMeasured(norms);
    }

    @Override
    public boolean wantsNorms() {
        return next.wantsNorms();
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
