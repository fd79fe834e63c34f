// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.tensorboard;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A training as curves: by epoch under the names of the CSV history, and by step, at each tenth of an epoch, the means of the
 * epoch so far.
 */
final class EpochCurves implements TrainingListener {
    private static final long PARTS_OF_AN_EPOCH = 10;

    private final TensorBoardRun run;
    private final String prefix;
    private int epoch;
    private long steps;
    private long batchRows;
    private long part;

    /** All tags begin with the prefix. */
    EpochCurves(TensorBoardRun run, String prefix) {
        this.run = run;
        this.prefix = prefix;
    }

    @Override
    public boolean wantsBatches() {
        return true;
    }

    @Override
    public void batchEnded(BatchProgress progress) {
        if (progress.epoch() != epoch) {
            epoch = progress.epoch();
            steps = 0;
            part = 0;
            batchRows = progress.rowsDone();
        }
        steps++;
        // An epoch of one step is the epoch itself.
        long reached = PARTS_OF_AN_EPOCH * progress.rowsDone() / progress.rows();
        if (batchRows < progress.rows() && reached > part) {
            part = reached;
            Map<String, Double> values = new LinkedHashMap<>();
            values.put(prefix + "batch/loss", progress.loss());
            put(values, "batch/accuracy", progress.accuracy());
            // A resumed training has not seen the steps of the epochs before.
            long stepsOfAnEpoch = (progress.rows() + batchRows - 1) / batchRows;
            run.scalars((epoch - 1) * stepsOfAnEpoch + steps, values);
        }
    }

    @Override
    public TrainingListener refitting(int rows, int epochs) {
        return new EpochCurves(run, prefix + "refit/");
    }

    @Override
    public void epochEnded(EpochRecord record) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(prefix + "loss", record.loss());
        put(values, "accuracy", record.accuracy());
        put(values, "val_loss", record.validationLoss());
        put(values, "val_accuracy", record.validationAccuracy());
        for (Map.Entry<Monitor, Double> score : record.scores().entrySet()) {
            values.put(prefix + score.getKey().word(), score.getValue());
        }
        values.put(prefix + "learning_rate", record.learningRate());
        run.scalars(record.epoch(), values);
    }

    private void put(Map<String, Double> values, String tag, OptionalDouble value) {
        value.ifPresent(number -> values.put(prefix + tag, number));
    }
}
