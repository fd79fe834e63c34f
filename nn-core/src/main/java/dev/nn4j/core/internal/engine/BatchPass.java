// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.LayerSpec;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Takes batches through the network, chunk by chunk: forward and loss, and in training back again to the gradient. Each
 * worker takes its rows through all layers and back in one go; the gradients of the parameters are then split over the
 * workers by output, never by row, so that each stays one chain.
 */
final class BatchPass {
    /** Multiplications below which one thread works alone: handing over costs some microseconds. */
    private static final long WORTH_SHARING = 1L << 20;

    private final Layers layers;
    private final OutputLoss loss;
    private final RowsRight rowsRight;
    private final Workers workers;
    private final Lane[] trainingLanes;
    private final Lane[] predictingLanes;
    private final Workspace chunk;
    private final float[] blockGradient;
    private final BatchResult result = new BatchResult();
    private final Workers.Task forwardTask = this::forwardShare;
    private final Workers.Task trainTask = this::trainShare;
    private final Workers.Task gradientTask = this::gradients;

    private float[] parameters = new float[0];
    private float[] gradient = new float[0];
    private int rows;

    BatchPass(
            Layers layers,
            Loss loss,
            LayerSpec.Dense output,
            Workers workers,
            Supplier<Kernels> newKernels,
            long seed,
            int mostRows) {
        this.layers = layers;
        this.loss = OutputLoss.of(loss, output);
        this.rowsRight = RowsRight.of(loss.targets());
        this.workers = workers;
        this.chunk = new Workspace(layers, workers.count(), mostRows);
        this.blockGradient = new float[mostRows > Workspace.BLOCK_ROWS ? layers.parameterCount() : 0];
        this.trainingLanes = new Lane[workers.count()];
        this.predictingLanes = new Lane[workers.count()];
        for (int i = 0; i < workers.count(); i++) {
            Kernels kernels = newKernels.get();
            for (int layer = 0; layer < layers.count(); layer++) {
                kernels.reserve(
                        chunk.chunkRows(),
                        layers.get(layer).inputs(),
                        layers.get(layer).outputs());
            }
            trainingLanes[i] = Lane.training(kernels, layers.count(), seed);
            predictingLanes[i] = Lane.predicting(kernels);
        }
    }

    /** The loss of a batch, as the network predicts. */
    BatchResult evaluate(float[] withParameters, Batch batch) {
        parameters = withParameters;
        result.reset();
        for (int first = 0; first < batch.rows(); first += rows) {
            load(batch, first);
            workers.run(forwardTask, isWorthSharing());
            addLoss(batch, first);
        }
        result.divideLoss(batch.weightSum());
        return result;
    }

    /** The loss of a batch as it is trained, and its gradient. */
    BatchResult train(float[] withParameters, Batch batch, long step, float[] intoGradient) {
        parameters = withParameters;
        result.reset();
        Arrays.fill(intoGradient, 0);
        for (int first = 0; first < batch.rows(); first += rows) {
            load(batch, first);
            for (Lane lane : trainingLanes) {
                lane.moveTo(step, first);
            }
            workers.run(trainTask, isWorthSharing());
            gradient = first < Workspace.BLOCK_ROWS ? intoGradient : blockGradient;
            workers.run(gradientTask, isWorthSharing());
            addLoss(batch, first);
            addBlock(first, batch.rows(), intoGradient);
        }
        result.divideLoss(batch.weightSum());
        return result;
    }

    /** The chunk worked last, for whoever looks for the place where numbers went wrong. */
    Workspace chunk() {
        return chunk;
    }

    int chunkRows() {
        return rows;
    }

    String lossName() {
        return loss.name();
    }

    private void load(Batch batch, int first) {
        rows = Math.min(chunk.chunkRows(), batch.rows() - first);
        batch.load(chunk, first, rows);
    }

    private boolean isWorthSharing() {
        return rows * layers.work() >= WORTH_SHARING;
    }

    /** The first row of a worker's share. */
    private int first(int worker, int of) {
        return (int) ((long) rows * worker / of);
    }

    private void forwardShare(int worker, int of) {
        forward(predictingLanes[worker], first(worker, of), first(worker + 1, of));
    }

    private void trainShare(int worker, int of) {
        forwardAndBack(trainingLanes[worker], first(worker, of), first(worker + 1, of));
    }

    private void forward(Lane lane, int from, int to) {
        for (int i = 0; i < layers.count(); i++) {
            layers.get(i).forward(lane, parameters, chunk.inputOf(i), chunk.z[i], chunk.a[i], from, to);
        }
        int last = layers.count() - 1;
        loss.loss(chunk.z[last], chunk.a[last], chunk.targets, chunk.rowLoss, from, to, layers.outputs());
    }

    private void forwardAndBack(Lane lane, int from, int to) {
        forward(lane, from, to);
        int i = layers.count() - 1;
        loss.gradient(
                layers.last(),
                chunk.z[i],
                chunk.a[i],
                chunk.targets,
                chunk.rowShare,
                chunk.da[i],
                chunk.dz[i],
                from,
                to);
        for (; i > 0; i--) {
            layers.get(i).backward(lane, parameters, chunk.dz[i], chunk.da[i - 1], from, to);
            layers.get(i - 1)
                    .activationGradient(chunk.z[i - 1], chunk.a[i - 1], chunk.da[i - 1], chunk.dz[i - 1], from, to);
        }
    }

    private void gradients(int worker, int of) {
        for (int i = 0; i < layers.count(); i++) {
            layers.get(i).gradient(trainingLanes[worker], chunk.inputOf(i), chunk.dz[i], rows, gradient, worker, of);
        }
    }

    private void addLoss(Batch batch, int first) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += batch.weight(first + r) * chunk.rowLoss[r];
        }
        float[] outputs = chunk.a[layers.count() - 1];
        result.add(sum, rowsRight.count(outputs, chunk.targets, rows, layers.outputs()));
    }

    /** After the last chunk of a block but the first, adds the block's chain to the sum of those before. */
    private void addBlock(int first, int batchRows, float[] sum) {
        int next = first + rows;
        if (gradient == sum || (next % Workspace.BLOCK_ROWS != 0 && next < batchRows)) {
            return;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += blockGradient[i];
        }
        Arrays.fill(blockGradient, 0);
    }
}
