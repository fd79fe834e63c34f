// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.trials;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.internal.rows.SharedTable;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Trains what one fold learns from the others, on one thread. */
public final class FoldTask implements Function<Integer, byte[]> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SharedTable> table;
    private final Supplier<Experiment> experiment;
    private final int folds;

    /**
     * Of an experiment.
     *
     * @param experiment serializable
     */
    public FoldTask(Broadcast<SharedTable> table, Supplier<Experiment> experiment, int folds) {
        this.table = table;
        this.experiment = experiment;
        this.folds = folds;
    }

    /** The bytes of the model of a fold, counted from 1. */
    @Override
    public byte[] call(Integer number) {
        Execution alone = new Execution(1, Execution.defaults().kernels());
        return ModelFile.toBytes(new CrossValidation(experiment.get(), alone)
                .training(table.value().table(), folds, number)
                .model());
    }
}
