// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.network.NetworkSpec;
import java.util.Arrays;
import java.util.List;

/** Computes the outputs (where there are several to a target: the details) and the mean loss of a data set, by chunks. */
public final class EvaluationPass {
    private final List<Predictors> networks;
    private final int width;
    private final OutputLoss loss;

    /** A pass through a network with this loss at its end. */
    public EvaluationPass(NetworkSpec spec, float[] parameters, Loss loss) {
        this(
                List.of(new Predictors(Layers.of(spec), parameters)),
                spec.outputWidth(),
                OutputLoss.of(loss, spec.outputLayer()));
    }

    /** A pass through several networks, with the loss of the mean of their outputs, which has no logits. */
    public EvaluationPass(List<Predictors> networks, int width, Loss loss) {
        this(networks, width, OutputLoss.overOutputs(loss));
    }

    private EvaluationPass(List<Predictors> networks, int width, OutputLoss loss) {
        this.networks = networks;
        this.width = width;
        this.loss = loss;
    }

    /** Takes the outputs of some rows. */
    public interface Outputs {
        /** Of {@code rows} rows from row {@code first} on, {@code rows × outputs}; the array is used again. */
        void of(int first, int rows, float[] outputs);
    }

    /**
     * Runs the rows.
     *
     * @param outputs receives the outputs, chunk by chunk
     * @return the mean loss over the rows, each times its weight in the data, summed in the order of {@link
     *     dev.nn4j.core.internal.blocks.Blocks}
     */
    public double run(DataSet data, Outputs outputs) {
        TargetDistribution distribution = loss.distribution();
        JointPass pass = new JointPass(networks, width, distribution, KernelChoice.AUTO);
        int chunk = pass.room(data.rows());
        float[] targets = new float[chunk * width];
        double[] rowLoss = new double[chunk];
        DataSet.Reader reader = data.newReader();
        BlockSum losses = new BlockSum();
        BlockSum weights = new BlockSum();
        int rows;
        for (int from = 0; from < data.rows(); from += rows) {
            rows = Math.min(chunk, data.rows() - from);
            reader.read(from, rows, pass.input(), targets);
            TargetParts.repeat(targets, rows * width / distribution.outputs(), distribution.outputs());
            float[] activations = pass.run(pass.input(), rows);
            loss.loss(pass.logits(), judged(activations, rows), targets, rowLoss, 0, rows, width);
            outputs.of(from, rows, pass.details(activations, rows));
            for (int row = 0; row < rows; row++) {
                double weight = data.weight(from + row);
                losses.add(from + row, weight * rowLoss[row]);
                weights.add(from + row, weight);
            }
        }
        return losses.total() / weights.total();
    }

    /** What the loss judges: of several networks together, outputs that their details could be of. */
    private float[] judged(float[] results, int rows) {
        if (networks.size() == 1 || loss.distribution().outputs() == 1) {
            return results;
        }
        float[] judged = Arrays.copyOf(results, rows * width);
        loss.distribution()
                .undescribe(judged, rows * width / loss.distribution().outputs());
        return judged;
    }
}
