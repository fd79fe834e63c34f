// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.internal.engine.Batch;
import dev.nn4j.core.internal.engine.BlockPass;
import dev.nn4j.core.internal.rules.LabelSmoothing;
import dev.nn4j.core.internal.rules.LossFit;
import dev.nn4j.core.network.NetworkSpec;

/**
 * Computes the gradients of blocks of rows for a training that runs elsewhere. What it gives depends on its arguments
 * alone, so that a block may be computed again, or by another, to the same bits. For one calling thread; close it to end
 * its helpers.
 *
 * @since 0.1.0
 */
public final class BlockGradient implements AutoCloseable {
    private final NetworkSpec network;
    private final BlockPass pass;
    private final LabelSmoothing smoothing;
    private final int outputsOfEach;
    private final boolean dropoutChanges;
    private boolean closed;

    private BlockGradient(
            NetworkSpec network, BlockPass pass, LabelSmoothing smoothing, int outputsOfEach, boolean dropoutChanges) {
        this.outputsOfEach = outputsOfEach;
        this.network = network;
        this.pass = pass;
        this.smoothing = smoothing;
        this.dropoutChanges = dropoutChanges;
    }

    /**
     * For a network that is trained with options of which the gradients of blocks depend on the seed alone.
     *
     * @param seed that of the training, on which dropout depends
     * @throws ConfigurationException if a layer couples the rows of a batch, as batch normalisation does
     */
    public static BlockGradient of(NetworkSpec network, Loss loss, long seed, Execution execution) {
        return of(network, loss, TrainingOptions.builder().seed(seed).build(), execution);
    }

    /**
     * For a network that is trained.
     *
     * @param options those of the training
     * @throws ConfigurationException if a layer couples the rows of a batch, as batch normalisation does
     */
    public static BlockGradient of(NetworkSpec network, Loss loss, TrainingOptions options, Execution execution) {
        requireRowsAlone(network);
        LossFit.requireSmoothable(loss, options.labelSmoothing());
        return new BlockGradient(
                network,
                new BlockPass(network, loss, options.seed(), execution),
                LabelSmoothing.of(loss.targets(), options.labelSmoothing(), network.outputWidth()),
                loss.distribution().outputs(),
                options.dropoutSchedule().isPresent());
    }

    /**
     * Passes if blocks of rows do not depend on each other.
     *
     * @throws ConfigurationException if a layer couples the rows of a batch
     */
    public static void requireRowsAlone(NetworkSpec network) {
        if (network.couplesRows()) {
            throw new ConfigurationException(
                    "network.layers",
                    "a layer's results depend on all rows of a batch, so gradients cannot be computed by blocks; use"
                            + " layer-normalization in place of batch-normalization");
        }
    }

    /**
     * The gradient of a part of a batch: its rows' share in that of the batch. Of embedded columns it is differences between
     * the gradients of neighbouring bins, which the training adds up once it has the whole batch.
     *
     * @param data whose rows the part names
     * @param parameters all of the network; read only
     * @param gradient receives one value for each trained parameter
     * @throws IllegalArgumentException if the data's or the arrays' widths are not the network's, or the data lacks a row
     * @throws IllegalStateException if it is closed, or the training has a dropout schedule, whose factor is then to be given
     */
    public BatchLoss compute(DataSet data, BatchPart part, float[] parameters, float[] gradient) {
        if (dropoutChanges) {
            throw new IllegalStateException(
                    "block gradient: the training's dropoutSchedule gives each step a factor of its"
                            + " own; give that of the batch, TrainingBatch.dropoutFactor()");
        }
        return compute(data, part, 1, parameters, gradient);
    }

    /**
     * The same for a step that multiplies the rates of dropout.
     *
     * @param data whose rows the part names
     * @param dropoutFactor that of the batch, in [0, 1]
     * @param parameters all of the network; read only
     * @param gradient receives one value for each trained parameter
     * @throws IllegalArgumentException if the factor is out of range, the data's or the arrays' widths are not the network's,
     *     or the data lacks a row
     * @throws IllegalStateException if it is closed
     */
    public BatchLoss compute(DataSet data, BatchPart part, double dropoutFactor, float[] parameters, float[] gradient) {
        if (!(dropoutFactor >= 0 && dropoutFactor <= 1)) {
            throw new IllegalArgumentException(
                    "block gradient: the factor of dropout must be in [0, 1], got " + dropoutFactor);
        }
        if (closed) {
            throw new IllegalStateException("block gradient: it is closed; make another");
        }
        requireWidths(data, parameters, gradient);
        requireRows(data, part);
        Batch rows = new Batch(data, Cancellation.none(), smoothing);
        rows.moveTo(part.order(), part.first(), part.last(), part.place(), part.batchWeight());
        pass.scaleDropout(dropoutFactor);
        pass.run(rows, part.step(), parameters, gradient);
        return new BatchLoss(pass.lossSum(), pass.correctRows());
    }

    private static void requireRows(DataSet data, BatchPart part) {
        for (int i = part.first(); i < part.last(); i++) {
            int row = part.order().get(i);
            if (row < 0 || row >= data.rows()) {
                throw new IllegalArgumentException("block gradient: the part names row " + row + ", but the data has "
                        + data.rows() + " rows; name rows by their places in this data");
            }
        }
    }

    private void requireWidths(DataSet data, float[] parameters, float[] gradient) {
        if (data.inputWidth() != network.inputWidth() || data.targetWidth() * outputsOfEach != network.outputWidth()) {
            throw new IllegalArgumentException("block gradient: the network takes " + network.inputWidth()
                    + " inputs and gives " + network.outputWidth() + " outputs, the data has " + data);
        }
        if (parameters.length != network.parameterCount() || gradient.length != network.trainableCount()) {
            throw new IllegalArgumentException("block gradient: the network has " + network.parameterCount()
                    + " parameters, of which " + network.trainableCount() + " are trained; got arrays of "
                    + parameters.length + " and " + gradient.length);
        }
    }

    @Override
    public void close() {
        closed = true;
        pass.close();
    }
}
