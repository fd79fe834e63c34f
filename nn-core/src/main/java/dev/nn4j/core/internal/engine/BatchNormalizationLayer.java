// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.LayerSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Batch normalisation (Ioffe and Szegedy 2015). μ and σ² are taken over the n rows of the batch; in training its z is x
 * normalised.
 *
 * <pre>
 * forward    Z  = (X − μ)/√(σ² + ε)          A = γ ⊙ Z + β
 * backward   dZ = dA     dγ = Σ dZ ⊙ Z       dβ = Σ dZ
 *            dX = γ/√(σ² + ε) ⊙ (dZ − dβ/n − Z ⊙ dγ/n)
 * </pre>
 *
 * In prediction μ and σ² are the running ones, and nothing couples the rows.
 */
final class BatchNormalizationLayer extends Layer implements RowCoupling {
    private final LayerSpec.BatchNormalization spec;
    private final int scale;
    private final int shift;
    private final int mean;
    private final int variance;

    /**
     * A layer.
     *
     * @param scale index of γ in the network's parameters; β follows it
     * @param mean index of the running means; the running variances follow them
     */
    BatchNormalizationLayer(int index, LayerSpec.BatchNormalization spec, int width, int scale, int mean) {
        super(index, width, width);
        this.spec = spec;
        this.scale = scale;
        this.shift = scale + width;
        this.mean = mean;
        this.variance = mean + width;
    }

    @Override
    void forward(Lane lane, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        if (!lane.isTraining()) {
            float[] factor = lane.row(outputs());
            factors(parameters, factor);
            FixedBatchNormalization.apply(parameters, mean, factor, shift, x, a, from, to, outputs());
            return;
        }
        BatchStatistics batch = lane.statistics(index());
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                z[at + j] = (x[at + j] - batch.mean[j]) * batch.inverseDeviation[j];
                a[at + j] = Math.fma(parameters[scale + j], z[at + j], parameters[shift + j]);
            }
        }
    }

    @Override
    void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to) {
        System.arraycopy(da, from * outputs(), dz, from * outputs(), (to - from) * outputs());
    }

    @Override
    void backward(Lane lane, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        BatchStatistics batch = lane.statistics(index());
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                float centred = dz[at + j] - batch.meanGradient[j];
                float orthogonal = Math.fma(-z[at + j], batch.meanProduct[j], centred);
                dx[at + j] = parameters[scale + j] * batch.inverseDeviation[j] * orthogonal;
            }
        }
    }

    @Override
    public void gather(BatchStatistics batch, List<Workspace> chunks, int rows, float[] parameters, int from, int to) {
        batch.begin(chunks.get(0).inputOf(index()), from, to);
        for (int i = 0, first = 0; first < rows; first += chunks.get(i++).rows()) {
            batch.add(chunks.get(i).inputOf(index()), chunks.get(i).rows(), from, to);
        }
        double share = spec.momentum();
        for (int j = from; j < to; j++) {
            double batchMean = batch.mean(j, rows);
            double batchVariance = batch.variance(j, rows);
            batch.mean[j] = (float) batchMean;
            batch.inverseDeviation[j] = inverseDeviation(batchVariance);
            double unbiased = batchVariance * rows / (rows - 1);
            parameters[mean + j] = (float) ((1 - share) * parameters[mean + j] + share * batchMean);
            parameters[variance + j] = (float) ((1 - share) * parameters[variance + j] + share * unbiased);
        }
    }

    @Override
    public void gatherGradient(
            BatchStatistics batch, List<Workspace> chunks, int rows, float[] gradient, int from, int to) {
        batch.beginGradient(from, to);
        for (int i = 0, first = 0; first < rows; first += chunks.get(i++).rows()) {
            Workspace chunk = chunks.get(i);
            batch.addGradient(chunk.z[index()], chunk.dz[index()], chunk.rows(), from, to);
        }
        for (int j = from; j < to; j++) {
            batch.meanGradient[j] = (float) (batch.gradientSum(j) / rows);
            batch.meanProduct[j] = (float) (batch.productSum(j) / rows);
            gradient[scale + j] = (float) batch.productSum(j);
            gradient[shift + j] = (float) batch.gradientSum(j);
        }
    }

    @Override
    void gradient(
            Lane lane,
            float[] x,
            float[] z,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int worker,
            int workers) {
        // gathered of all rows before
    }

    @Override
    Optional<RowCoupling> coupling() {
        return Optional.of(this);
    }

    @Override
    Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        float[] factor = new float[outputs()];
        factors(parameters, factor);
        return Optional.of(new FixedBatchNormalization(parameters, mean, factor, shift));
    }

    /** γ/√(σ² + ε) of the running variances. */
    private void factors(float[] parameters, float[] into) {
        for (int j = 0; j < outputs(); j++) {
            into[j] = (float) (parameters[scale + j] / Math.sqrt(parameters[variance + j] + spec.epsilon()));
        }
    }

    private float inverseDeviation(double ofVariance) {
        return (float) (1 / Math.sqrt(ofVariance + spec.epsilon()));
    }

    @Override
    void initialize(float[] parameters, long seed) {
        Arrays.fill(parameters, scale, shift, 1);
        Arrays.fill(parameters, variance, variance + outputs(), 1);
    }

    @Override
    void penalize(float[] parameters, float[] gradient, float l1, float l2) {
        // scales and shifts are no weights
    }

    @Override
    int parametersFrom() {
        return scale;
    }

    @Override
    int parameterCount() {
        return spec.parameterCount(outputs());
    }

    @Override
    int statisticsFrom() {
        return mean;
    }

    @Override
    int statisticCount() {
        return spec.statisticCount(outputs());
    }

    @Override
    long work() {
        return outputs();
    }

    @Override
    String describe() {
        return "layer " + (index() + 1) + " (" + spec.kind() + ")";
    }
}
