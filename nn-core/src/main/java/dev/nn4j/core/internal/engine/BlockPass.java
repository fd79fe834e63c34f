// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.NetworkSpec;

/** A {@link BatchPass} over parts of batches, with workers of its own. For one calling thread. */
public final class BlockPass implements AutoCloseable {
    private final Workers workers;
    private final BatchPass pass;
    private double lossSum;
    private int correctRows;

    /** A pass through a network that does not couple rows. */
    public BlockPass(NetworkSpec network, Loss loss, long seed, Execution execution) {
        workers = new Workers(execution.threads());
        pass = new BatchPass(
                Layers.of(network),
                OutputLoss.of(loss, network.outputLayer()),
                CorrectRows.of(loss.targets()),
                workers,
                KernelSelection.of(execution.kernels()),
                seed,
                Blocks.ROWS);
    }

    /** Multiplies the rates of dropout by a factor in [0, 1], in the parts to come. */
    public void scaleDropout(double factor) {
        pass.scaleDropout(factor);
    }

    /** Computes the gradient of a part of a batch, and its losses. */
    public void run(Batch part, long step, float[] parameters, float[] gradient) {
        BatchResult result = pass.train(parameters, part, step, gradient);
        lossSum = result.lossSum();
        correctRows = result.rowsRight();
    }

    /** Σ w·l over the rows of the last part. */
    public double lossSum() {
        return lossSum;
    }

    /** Rows of the last part that were decided correctly. */
    public int correctRows() {
        return correctRows;
    }

    @Override
    public void close() {
        workers.close();
    }
}
