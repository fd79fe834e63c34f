// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.network.NetworkSpec;

/** Computes the outputs and the mean loss of a data set, a chunk at a time. */
public final class EvaluationPass {
    private final Layers layers;
    private final ForwardPass forward;
    private final OutputLoss loss;
    private final float[] parameters;

    /** A pass through a network with this loss at its end. */
    public EvaluationPass(NetworkSpec spec, float[] parameters, Loss loss) {
        this.layers = Layers.of(spec);
        this.forward = new ForwardPass(layers);
        this.loss = OutputLoss.of(loss, spec.outputLayer());
        this.parameters = parameters;
    }

    /**
     * Runs the rows.
     *
     * @param outputs receives {@code rows × outputs}
     * @return the mean loss over the rows, summed in order; rows weigh the same
     */
    public double run(DataSet data, float[] outputs) {
        ForwardBuffers buffers = new ForwardBuffers(layers, KernelChoice.AUTO);
        int width = layers.outputs();
        float[] targets = new float[buffers.chunkRows() * width];
        double[] rowLoss = new double[buffers.chunkRows()];
        double sum = 0;
        for (int from = 0; from < data.rows(); from += buffers.chunkRows()) {
            int rows = Math.min(buffers.chunkRows(), data.rows() - from);
            System.arraycopy(data.inputs(), from * layers.inputs(), buffers.input(), 0, rows * layers.inputs());
            System.arraycopy(data.targets(), from * width, targets, 0, rows * width);
            forward.run(parameters, rows, buffers);
            float[] activations = forward.outputs(buffers);
            System.arraycopy(activations, 0, outputs, from * width, rows * width);
            loss.loss(forward.logits(buffers), activations, targets, rowLoss, 0, rows, width);
            for (int row = 0; row < rows; row++) {
                sum += rowLoss[row];
            }
        }
        return sum / data.rows();
    }
}
