// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
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
    private final BatchNormalizationSpec spec;
    private final int scale;
    private final int shift;
    private final int mean;
    private final int variance;

    BatchNormalizationLayer(PlacedLayer placed, BatchNormalizationSpec spec) {
        super(placed);
        this.spec = spec;
        this.scale = placed.firstParameter();
        this.shift = scale + inputs();
        this.mean = placed.firstStatistic();
        this.variance = mean + inputs();
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        if (!context.isTraining()) {
            float[] factor = context.row(outputs());
            factors(parameters, factor);
            FixedBatchNormalization.apply(parameters, mean, factor, shift, x, a, from, to, outputs());
            return;
        }
        BatchStatistics batch = context.statistics(index());
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                z[at + j] = (x[at + j] - batch.mean[j]) * batch.inverseDeviation[j];
                a[at + j] = Fma.of(parameters[scale + j], z[at + j], parameters[shift + j]);
            }
        }
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        BatchStatistics batch = context.statistics(index());
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                float centred = dz[at + j] - batch.meanGradient[j];
                float orthogonal = Fma.of(-z[at + j], batch.meanProduct[j], centred);
                dx[at + j] = parameters[scale + j] * batch.inverseDeviation[j] * orthogonal;
            }
        }
    }

    @Override
    public void gather(BatchStatistics batch, float[] parameters, int from, int to) {
        batch.takeMoments(from, to);
        double rows = batch.rows();
        double share = spec.momentum();
        for (int j = from; j < to; j++) {
            double batchMean = batch.mean(j);
            double batchVariance = batch.variance(j);
            batch.mean[j] = (float) batchMean;
            batch.inverseDeviation[j] = inverseDeviation(batchVariance);
            double unbiased = batchVariance * rows / (rows - 1);
            parameters[mean + j] = (float) ((1 - share) * parameters[mean + j] + share * batchMean);
            parameters[variance + j] = (float) ((1 - share) * parameters[variance + j] + share * unbiased);
        }
    }

    @Override
    public void gatherGradient(BatchStatistics batch, float[] gradient, int from, int to) {
        batch.takeGradientSums(from, to);
        for (int j = from; j < to; j++) {
            batch.meanGradient[j] = (float) (batch.gradientSum(j) / batch.rows());
            batch.meanProduct[j] = (float) (batch.productSum(j) / batch.rows());
            gradient[scale + j] = (float) batch.productSum(j);
            gradient[shift + j] = (float) batch.gradientSum(j);
        }
    }

    @Override
    public Optional<RowCoupling> coupling() {
        return Optional.of(this);
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
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
    public void initialize(float[] parameters, long seed) {
        Arrays.fill(parameters, scale, shift, 1);
        Arrays.fill(parameters, variance, variance + outputs(), 1);
    }
}
