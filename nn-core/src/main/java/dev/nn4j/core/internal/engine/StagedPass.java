// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.layer.BatchStatistics;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.layer.RowCoupling;
import dev.nn4j.core.internal.layer.WorkerContext;
import dev.nn4j.core.internal.layer.Workspace;
import dev.nn4j.core.internal.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trains networks in which rows depend on each other, stage by stage: all rows of the batch pass a stage before any goes
 * on to the next. So the batch is in memory with all that layers make of it; it is still worked chunk by chunk.
 */
final class StagedPass implements TrainingPass {
    private final Layers layers;
    private final OutputLoss loss;
    private final CorrectRows rowsRight;
    private final Workers workers;
    private final WorkerContext[] contexts;
    private final BatchStatistics[] statistics;
    private final List<Stage> stages;
    private final Stage network;
    private final int mostRows;
    private final List<Workspace> chunks = new ArrayList<>();
    private final GradientBlocks blocks;
    private final BatchResult result = new BatchResult();
    private final Workers.Task gatherTask = this::gather;
    private final Workers.Task forwardTask = this::forward;
    private final Workers.Task backwardTask = this::backward;
    private final Workers.Task gatherGradientTask = this::gatherGradient;
    private final Workers.Task gradientTask = this::gradient;

    private float[] parameters = new float[0];
    private float[] gradient = new float[0];
    private float[] blockGradient = new float[0];
    private boolean begins;
    private int batchRows;
    private int stageIndex;
    private Workspace chunk;

    StagedPass(
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
        this.mostRows = mostRows;
        stages = Stage.of(layers);
        network = Stage.whole(layers);
        blocks = new GradientBlocks(layers.trainableCount());
        chunk = new Workspace(layers, workers.count(), mostRows);
        chunks.add(chunk);
        statistics = new BatchStatistics[layers.count()];
        for (Stage stage : stages) {
            stage.coupling()
                    .ifPresent(coupling -> statistics[stage.first()] = new BatchStatistics(
                            stage.first(), layers.get(stage.first()).inputs()));
        }
        contexts = new WorkerContext[workers.count()];
        for (int i = 0; i < contexts.length; i++) {
            Kernels kernels = newKernels.get();
            layers.reserve(kernels, chunk.chunkRows());
            contexts[i] = WorkerContext.training(kernels, layers.count(), seed, statistics);
        }
    }

    @Override
    public BatchResult train(float[] withParameters, Batch batch, long step, float[] intoGradient) {
        parameters = withParameters;
        gradient = intoGradient;
        batchRows = batch.rows();
        load(batch);
        for (stageIndex = 0; stageIndex < stages.size(); stageIndex++) {
            if (stage().coupling().isPresent()) {
                statistics[stage().first()].moveTo(chunks, batchRows);
                workers.run(gatherTask, isWorthSharing(batchRows));
            }
            overChunks(forwardTask, batch, step);
        }
        for (stageIndex = stages.size() - 1; stageIndex >= 0; stageIndex--) {
            overChunks(backwardTask, batch, step);
            if (stage().coupling().isPresent()) {
                workers.run(gatherGradientTask, isWorthSharing(batchRows));
            }
        }
        return finish(batch);
    }

    @Override
    public void review(float[] withParameters, Batch batch, long step, Consumer<Workspace> viewer) {
        int index = 0;
        for (int first = 0; first < batch.rows(); first += chunk.rows()) {
            chunk = chunks.get(index++);
            viewer.accept(chunk);
        }
    }

    @Override
    public void scaleDropout(double factor) {
        for (WorkerContext context : contexts) {
            context.scaleDropout(factor);
        }
    }

    @Override
    public String lossName() {
        return loss.name();
    }

    /** Chunks are made when first needed: the longest batch may be one to evaluate. */
    private void load(Batch batch) {
        int index = 0;
        for (int first = 0; first < batchRows; first += chunk.rows()) {
            if (index == chunks.size()) {
                chunks.add(new Workspace(layers, workers.count(), mostRows));
            }
            chunk = chunks.get(index++);
            batch.load(chunk, first, Math.min(chunk.chunkRows(), batchRows - first));
        }
    }

    private void overChunks(Workers.Task task, Batch batch, long step) {
        int index = 0;
        for (int first = 0; first < batchRows; first += chunk.rows()) {
            batch.goOn();
            chunk = chunks.get(index++);
            for (WorkerContext context : contexts) {
                context.moveTo(step, first);
            }
            workers.run(task, isWorthSharing(chunk.rows()));
        }
    }

    /** The gradient of the parameters, and the loss. */
    private BatchResult finish(Batch batch) {
        result.reset();
        int index = 0;
        for (int first = 0; first < batchRows; first += chunk.rows()) {
            chunk = chunks.get(index++);
            blockGradient = blocks.of(first, gradient);
            begins = GradientBlocks.begins(first);
            workers.run(gradientTask, isWorthSharing(chunk.rows()));
            result.add(batch, first, chunk, rowsRight, layers.outputs());
            blocks.ended(first, first + chunk.rows(), batchRows, gradient);
        }
        result.finish(batch);
        return result;
    }

    private Stage stage() {
        return stages.get(stageIndex);
    }

    private boolean isWorthSharing(int rows) {
        return rows * layers.work() >= BatchPass.WORTH_SHARING;
    }

    private void gather(int worker, int of) {
        RowCoupling coupling = stage().coupling().orElseThrow();
        int width = layers.get(stage().first()).inputs();
        coupling.gather(
                statistics[stage().first()],
                parameters,
                Workers.share(width, worker, of),
                Workers.share(width, worker + 1, of));
    }

    private void forward(int worker, int of) {
        int from = Workers.share(chunk.rows(), worker, of);
        int to = Workers.share(chunk.rows(), worker + 1, of);
        stage().forward(contexts[worker], parameters, chunk, from, to);
        if (stageIndex == stages.size() - 1) {
            loss.loss(chunk, from, to, layers.outputs());
        }
    }

    private void backward(int worker, int of) {
        int from = Workers.share(chunk.rows(), worker, of);
        int to = Workers.share(chunk.rows(), worker + 1, of);
        if (stageIndex == stages.size() - 1) {
            loss.gradient(layers.last(), chunk, from, to);
        } else {
            stage().enter(contexts[worker], parameters, chunk, from, to);
        }
        stage().backward(contexts[worker], parameters, chunk, from, to);
    }

    private void gatherGradient(int worker, int of) {
        RowCoupling coupling = stage().coupling().orElseThrow();
        int width = layers.get(stage().first()).inputs();
        coupling.gatherGradient(
                statistics[stage().first()],
                gradient,
                Workers.share(width, worker, of),
                Workers.share(width, worker + 1, of));
    }

    private void gradient(int worker, int of) {
        network.gradient(contexts[worker], parameters, chunk, blockGradient, begins, worker, of);
    }
}
