// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.distribution.TargetParts;
import java.util.List;

/**
 * Takes rows through several networks and gives the mean of what they make of them: their outputs are added as floats in
 * the networks' order, and the sum divided by their number. Of one network it gives the outputs themselves. Where there are
 * several outputs to a target, several networks' details are joined, and one's are made of its outputs when they are asked for:
 * the loss judges outputs. With its memory; for one thread at a time.
 */
public final class JointPass {
    private final Predictors[] networks;
    private final KernelChoice asked;
    private final KernelChoice[] used;
    private final ForwardPass[] passes;
    private final ForwardBuffers[] buffers;
    private final int width;
    private final TargetDistribution distribution;
    private float[] mean = new float[0];
    private double[] squares = new double[0];

    /** Through these networks, which take and give rows of one width. */
    public JointPass(List<Predictors> networks, int outputs, TargetDistribution distribution, KernelChoice asked) {
        this.distribution = distribution;
        this.networks = networks.toArray(new Predictors[0]);
        this.asked = asked;
        this.width = outputs;
        this.used = new KernelChoice[this.networks.length];
        this.passes = new ForwardPass[this.networks.length];
        this.buffers = new ForwardBuffers[this.networks.length];
        for (int i = 0; i < this.networks.length; i++) {
            use(i, this.networks[i].choice(asked, 0));
        }
    }

    private void use(int network, KernelChoice kernels) {
        used[network] = kernels;
        passes[network] = networks[network].pass(kernels);
        buffers[network] = networks[network].buffers(kernels);
    }

    /** Makes room for so many rows, or for as many as one run takes, and says for how many that is. */
    public int room(int rows) {
        int least = rows;
        for (int i = 0; i < networks.length; i++) {
            if (used[i] != asked && networks[i].choice(asked, rows) == asked) {
                use(i, asked);
            }
            least = Math.min(least, buffers[i].room(rows));
        }
        if (networks.length > 1 && mean.length < least * width) {
            mean = new float[least * width];
            squares = new double[TargetParts.hasDistances(distribution) ? mean.length : 0];
        }
        return least;
    }

    /** Where the rows of a run begin: write the chunk's scaled rows here. */
    public float[] input() {
        return buffers[0].input();
    }

    /**
     * Takes rows through all networks.
     *
     * @param inputs from index 0 on; may be {@link #input}
     * @return the outputs, or of several networks the details, from index 0 on; used again by the next run
     */
    public float[] run(float[] inputs, int rows) {
        for (int i = 0; i < networks.length; i++) {
            passes[i].run(inputs, rows, outputs(i), buffers[i]);
        }
        if (networks.length == 1) {
            return outputs(0);
        }
        int count = rows * width;
        int targets = count / distribution.outputs();
        for (int i = 0; i < networks.length; i++) {
            distribution.describe(outputs(i), targets);
        }
        System.arraycopy(outputs(0), 0, mean, 0, count);
        for (int i = 1; i < networks.length; i++) {
            add(outputs(i), count);
        }
        float divisor = networks.length;
        for (int k = 0; k < count; k++) {
            mean[k] /= divisor;
        }
        if (squares.length > 0) {
            for (int i = 0; i < networks.length; i++) {
                TargetParts.addSquares(distribution, outputs(i), targets, mean, squares);
            }
            TargetParts.setDistances(distribution, squares, targets, networks.length, mean);
        }
        return mean;
    }

    /** Makes details of what {@link #run} gave, in place, as far as it has not done so. */
    public float[] details(float[] results, int rows) {
        if (networks.length == 1) {
            distribution.describe(results, rows * width / distribution.outputs());
        }
        return results;
    }

    private void add(float[] outputs, int count) {
        float[] sum = mean;
        for (int k = 0; k < count; k++) {
            sum[k] += outputs[k];
        }
    }

    /**
     * How far apart the networks were in the last run: of each answer the standard deviation over the networks, which are
     * all there are, so of n and not of n − 1.
     *
     * @param spread receives {@code rows × answers} from index {@code at} on
     */
    public void spread(int rows, float[] spread, int at) {
        int outputs = distribution.outputs();
        for (int answer = 0; answer < rows * width / outputs; answer++) {
            int k = answer * outputs + distribution.answer();
            double sum = 0;
            for (int i = 0; i < networks.length; i++) {
                sum += outputs(i)[k];
            }
            double centre = sum / networks.length;
            double squares = 0;
            for (int i = 0; i < networks.length; i++) {
                double off = outputs(i)[k] - centre;
                squares += off * off;
            }
            spread[at + answer] = (float) Math.sqrt(squares / networks.length);
        }
    }

    /** The first network's output layer's pre-activations of the last run, row by row. */
    float[] logits() {
        return passes[0].logits(buffers[0]);
    }

    private float[] outputs(int network) {
        return passes[network].outputs(buffers[network]);
    }
}
