// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.layer.BatchStatistics;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.layer.WorkerContext;
import dev.nn4j.core.internal.layer.Workspace;
import dev.nn4j.core.internal.work.Workers;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes batches through the network, chunk by chunk: forward and loss, and in training back again to the gradient. Each
 * worker takes its rows through all layers and back in one go; the gradients of the parameters are then split over the
 * workers by output, never by row, so that each stays one chain.
 */
final class BatchPass implements TrainingPass {
    /** Multiplications below which one thread works alone: handing over costs some microseconds. */
    static final long WORTH_SHARING = 1L << 20;

    private final Layers layers;
    private final OutputLoss loss;
    private final CorrectRows rowsRight;
    private final Workers workers;
    private final WorkerContext[] trainingLanes;
    private final WorkerContext[] predictingLanes;
    private final Workspace chunk;
    private final Stage network;
    private final GradientBlocks blocks;
    private final BatchResult result = new BatchResult();
    private final Workers.Task forwardTask = this::forwardShare;
    private final Workers.Task trainTask = this::trainShare;
    private final Workers.Task gradientTask = this::gradients;

    private float[] parameters = new float[0];
    private float[] gradient = new float[0];
    private boolean begins;

    BatchPass(
            Layers layers,
            OutputLoss loss,
            CorrectRows rowsRight,
            Workers workers,
            Supplier<Kernels> newKernels,
            long seed,
            int mostRows) {
        this.layers = layers;
        this.loss = loss;
        this.rowsRight = rowsRight;
        this.workers = workers;
        this.chunk = new Workspace(layers, workers.count(), mostRows);
        this.network = Stage.whole(layers);
        this.blocks = new GradientBlocks(layers.trainableCount());
        this.trainingLanes = new WorkerContext[workers.count()];
        this.predictingLanes = new WorkerContext[workers.count()];
        for (int i = 0; i < workers.count(); i++) {
            Kernels kernels = newKernels.get();
            layers.reserve(kernels, chunk.chunkRows());
            trainingLanes[i] = WorkerContext.training(kernels, layers.count(), seed, new BatchStatistics[0]);
            predictingLanes[i] = WorkerContext.predicting(kernels);
        }
    }

    /** The loss of a batch, as the network predicts. */
    BatchResult evaluate(float[] withParameters, Batch batch, Optional<Trainer.Judge> judge) {
        parameters = withParameters;
        result.reset();
        for (int first = 0; first < batch.rows(); first += chunk.rows()) {
            load(batch, first);
            workers.run(forwardTask, isWorthSharing());
            result.add(batch, first, chunk, rowsRight, layers.outputs());
            if (judge.isPresent()) {
                show(judge.get(), first);
            }
        }
        result.finish(batch);
        return result;
    }

    /** Answers and targets of the chunk: of several outputs to a target, what they come to. */
    private void show(Trainer.Judge judge, int first) {
        float[] outputs = chunk.a[chunk.a.length - 1];
        TargetDistribution distribution = loss.distribution();
        if (distribution.outputs() == 1) {
            judge.judge(first, chunk.rows(), outputs, chunk.targets);
            return;
        }
        int targets = chunk.rows() * layers.outputs() / distribution.outputs();
        distribution.describe(outputs, targets);
        TargetParts.answers(distribution, outputs, targets, outputs);
        TargetParts.answers(distribution, chunk.targets, targets, chunk.targets);
        judge.judge(first, chunk.rows(), outputs, chunk.targets);
    }

    @Override
    public BatchResult train(float[] withParameters, Batch batch, long step, float[] intoGradient) {
        parameters = withParameters;
        result.reset();
        for (int first = 0; first < batch.rows(); first += chunk.rows()) {
            load(batch, first);
            for (WorkerContext context : trainingLanes) {
                context.moveTo(step, batch.place() + first);
            }
            workers.run(trainTask, isWorthSharing());
            gradient = blocks.of(first, intoGradient);
            begins = GradientBlocks.begins(first);
            workers.run(gradientTask, isWorthSharing());
            result.add(batch, first, chunk, rowsRight, layers.outputs());
            blocks.ended(first, first + chunk.rows(), batch.rows(), intoGradient);
        }
        result.finish(batch);
        return result;
    }

    /** One chunk still holds what it held; of several all but the last are computed again, to the same bits. */
    @Override
    public void review(float[] withParameters, Batch batch, long step, Consumer<Workspace> viewer) {
        if (batch.rows() <= chunk.chunkRows()) {
            viewer.accept(chunk);
            return;
        }
        for (int first = 0; first < batch.rows(); first += chunk.rows()) {
            load(batch, first);
            trainingLanes[0].moveTo(step, batch.place() + first);
            network.forward(trainingLanes[0], parameters, chunk, 0, chunk.rows());
            viewer.accept(chunk);
        }
    }

    @Override
    public void scaleDropout(double factor) {
        for (WorkerContext context : trainingLanes) {
            context.scaleDropout(factor);
        }
    }

    @Override
    public String lossName() {
        return loss.name();
    }

    private void load(Batch batch, int first) {
        batch.load(chunk, first, Math.min(chunk.chunkRows(), batch.rows() - first));
    }

    private boolean isWorthSharing() {
        return chunk.rows() * layers.work() >= WORTH_SHARING;
    }

    private void forwardShare(int worker, int of) {
        int from = Workers.share(chunk.rows(), worker, of);
        int to = Workers.share(chunk.rows(), worker + 1, of);
        forward(predictingLanes[worker], from, to);
    }

    private void trainShare(int worker, int of) {
        int from = Workers.share(chunk.rows(), worker, of);
        int to = Workers.share(chunk.rows(), worker + 1, of);
        forward(trainingLanes[worker], from, to);
        loss.gradient(layers.last(), chunk, from, to);
        network.backward(trainingLanes[worker], parameters, chunk, from, to);
    }

    private void forward(WorkerContext context, int from, int to) {
        network.forward(context, parameters, chunk, from, to);
        loss.loss(chunk, from, to, layers.outputs());
    }

    private void gradients(int worker, int of) {
        network.gradient(trainingLanes[worker], parameters, chunk, gradient, begins, worker, of);
    }
}
