// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.rules.RangeUpdate;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.internal.work.FreshMemory;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.NetworkSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Trains the parameters of one network, step by step. For one calling thread; close it to end its helpers. */
public final class Trainer implements AutoCloseable {
    private static final int PARAMETERS = 0;
    private static final int GRADIENT = 1;
    private static final int STATES = 2;

    private final Layers layers;
    private final float[] parameters;
    private final float[] gradient;
    private final Workers workers;
    private final BatchPass pass;
    private final TrainingPass trainingPass;
    private final GradientShaping shaping;
    private final ParameterUpdate update;
    private float[] outcome;

    /**
     * A trainer that starts from these parameters.
     *
     * @param initial all parameters of the network, running statistics included; taken over and changed
     * @param shaping penalties and clipping
     * @param seed of dropout
     * @param mostRows the longest batch there will be
     */
    public Trainer(
            NetworkSpec spec,
            float[] initial,
            Loss loss,
            Optimizer optimizer,
            Shaping shaping,
            long seed,
            Execution execution,
            int mostRows) {
        this(spec, () -> initial, loss, optimizer, List.of(), shaping, seed, execution, mostRows, Optional.empty());
    }

    /**
     * The same with rules for ranges of parameters, and gradients that are computed elsewhere.
     *
     * @param initial makes the parameters to start from, on any thread
     * @param ranges that divide the trained parameters, in their order; none where all are treated alike
     * @param elsewhere not for networks that couple rows
     */
    public Trainer(
            NetworkSpec spec,
            Supplier<float[]> initial,
            Loss loss,
            Optimizer optimizer,
            List<RangeUpdate> ranges,
            Shaping shaping,
            long seed,
            Execution execution,
            int mostRows,
            Optional<Gradients> elsewhere) {
        layers = Layers.of(spec);
        List<float[]> memory = memory(initial, optimizer, execution.threads());
        parameters = memory.get(PARAMETERS);
        outcome = parameters;
        gradient = memory.get(GRADIENT);
        workers = new Workers(execution.threads());
        OutputLoss outputLoss = OutputLoss.of(loss, spec.outputLayer());
        CorrectRows rowsRight = CorrectRows.of(loss.targets());
        Supplier<Kernels> kernels = KernelSelection.of(execution.kernels());
        pass = new BatchPass(layers, outputLoss, rowsRight, workers, kernels, seed, mostRows);
        TrainingPass here = spec.couplesRows()
                ? new StagedPass(layers, outputLoss, rowsRight, workers, kernels, seed, mostRows)
                : pass;
        trainingPass = elsewhere.isPresent() ? new ElsewherePass(elsewhere.get(), here) : here;
        this.shaping = new GradientShaping(layers, shaping, kernels);
        float[][] states = memory.subList(STATES, memory.size()).toArray(float[][]::new);
        update = new ParameterUpdate(optimizer, ranges, states, gradient.length, workers);
    }

    /** The parameters, their gradient and what the optimizer remembers of each. */
    private List<float[]> memory(Supplier<float[]> initial, Optimizer optimizer, int threads) {
        int count = STATES + optimizer.stateArrays().size();
        int trained = layers.trainableCount();
        return FreshMemory.of(
                count, (long) count * trained, threads, i -> i == PARAMETERS ? initial.get() : new float[trained]);
    }

    /**
     * One step of training: forward, loss and backward; penalties and clipping; update.
     *
     * @param epoch counted from 1, for the message if training diverges
     * @param batchNumber likewise
     * @throws dev.nn4j.api.TrainingDivergedException if the loss is not finite
     */
    public BatchResult step(Batch batch, double learningRate, int epoch, int batchNumber) {
        long step = update.nextStep();
        BatchResult result = trainingPass.train(parameters, batch, step, gradient);
        if (!Double.isFinite(result.loss())) {
            throw Divergence.of(layers, parameters, trainingPass, batch, step, epoch, batchNumber);
        }
        layers.finish(gradient);
        shaping.apply(parameters, gradient);
        update.apply(parameters, gradient, learningRate);
        return result;
    }

    /**
     * What the steps to come multiply the optimizer's weight decay and the rates of dropout by; 1 until it is said.
     *
     * @param decay in [0, 1]
     * @param dropout likewise
     */
    public void scale(double decay, double dropout) {
        update.scaleDecay(decay);
        trainingPass.scaleDropout(dropout);
    }

    /**
     * Keeps a mean of all parameters, which takes the place of the parameters themselves for all but the steps.
     *
     * @param start where it begins; taken over and changed
     * @param mean how it moves
     */
    public void average(float[] start, WeightMean mean) {
        outcome = start;
        update.average(start, mean);
    }

    /** Sees the outputs of a batch's rows beside their targets. */
    public interface Judge {
        /** So many rows, the first of which is the batch's row {@code first}; the arrays are used again. */
        void judge(int first, int rows, float[] outputs, float[] targets);
    }

    /** The loss of rows as the network predicts now, by {@link #outcome}. */
    public BatchResult evaluate(Batch batch) {
        return evaluate(batch, Optional.empty());
    }

    /** Likewise, showing the outputs, in the order of the rows, if someone wants to see them. */
    public BatchResult evaluate(Batch batch, Optional<Judge> judge) {
        return pass.evaluate(outcome, batch, judge);
    }

    /** The loss of rows by other parameters, showing the outputs. */
    public BatchResult evaluate(float[] by, Batch batch, Judge judge) {
        return pass.evaluate(by, batch, Optional.of(judge));
    }

    /**
     * Passes if every parameter is finite.
     *
     * @throws dev.nn4j.api.TrainingDivergedException if one is not
     */
    public void requireFinite(int epoch, int batchNumber) {
        Divergence.requireFinite(layers, parameters, epoch, batchNumber);
    }

    /** The parameters as they stand; they change with the next step. */
    public float[] parameters() {
        return parameters;
    }

    /** What is the training's result so far: the running mean, if there is one, else the parameters. */
    public float[] outcome() {
        return outcome;
    }

    /** A copy of what the optimizer remembers. */
    public UpdateState updateState() {
        return update.state();
    }

    /** Goes on from where another run of the same optimizer was. */
    public void restore(UpdateState state) {
        update.restore(state);
    }

    /** The gradient of the last step, as the optimizer saw it. */
    public float[] gradient() {
        return gradient;
    }

    /** A meter for the norms of its layers. */
    public NormMeter newNormMeter() {
        return new NormMeter(layers);
    }

    @Override
    public void close() {
        workers.close();
    }
}
