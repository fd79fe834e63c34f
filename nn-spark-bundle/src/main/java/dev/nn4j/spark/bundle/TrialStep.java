// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.spark.internal.rows.SharedTable;
import dev.nn4j.tune.TrialCall;
import dev.nn4j.tune.Tuning;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Trains a trial of a search up to an epoch, on one thread; checkpoints go to and fro as the bytes of their files. */
final class TrialStep implements Function<Integer, byte[]> {
    private static final long serialVersionUID = 1;
    private static final byte[] NONE = {};

    private final Broadcast<SharedTable> table;
    private final Shape search;
    private final ShippedExperiment experiment;
    private final int epochs;
    private final byte[] from;

    /**
     * What a search is like, as far as its trainings depend on it.
     *
     * @param configuration its text
     * @param folds 0 for none
     * @param heldOut the share of the rows that it does not see
     */
    record Shape(String configuration, int folds, double heldOut) implements Serializable {
        Tuning tuning() {
            Tuning tuning = Tuning.of(Configuration.parse(configuration)).withHeldOut(heldOut);
            return folds == 0 ? tuning : tuning.withFolds(folds);
        }
    }

    TrialStep(Broadcast<SharedTable> table, Shape search, TrialCall call) {
        this.table = table;
        this.search = search;
        this.experiment = ShippedExperiment.of(Configuration.of(call.experiment()));
        this.epochs = call.epochs();
        this.from = call.from().map(CheckpointFile::toBytes).orElse(NONE);
    }

    /** Where the training that a part of the rows judges stands then; no bytes if it diverges. */
    @Override
    public byte[] call(Integer part) throws IOException {
        TrialCall call = new TrialCall(
                experiment.get(),
                part,
                epochs,
                from.length == 0 ? Optional.empty() : Optional.of(CheckpointFile.read(from)));
        return search.tuning()
                .withExecution(new Execution(1, Execution.defaults().kernels()))
                .train(call, table.value().table())
                .map(CheckpointFile::toBytes)
                .orElse(NONE);
    }
}
