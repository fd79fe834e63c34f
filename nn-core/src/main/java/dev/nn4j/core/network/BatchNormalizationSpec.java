// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;

/**
 * Batch normalisation (Ioffe and Szegedy 2015), with PyTorch's conventions: {@code a = scale ⊙ (x − μ)/√(σ² + ε) +
 * shift}, feature by feature. In training μ and σ² are mean and variance over the rows of the batch, whatever their
 * weights; in prediction they are running means of those, of which σ² is that of a sample, n/(n − 1) times the
 * batch's. Scale starts at one, shift at zero.
 *
 * @param epsilon ε; in (0, 1]
 * @param momentum the share that a batch has in the running statistics after it; in (0, 1]
 * @since 0.1.0
 */
public record BatchNormalizationSpec(double epsilon, double momentum) implements LayerSpec {
    /** The kind. */
    public static final String KIND = "batch-normalization";

    private static final Hyperparameter<Double> EPSILON =
            Hyperparameter.floatNumber("epsilon", 1e-5, new Range(0, false, 1, true), "added to the variance");
    private static final Hyperparameter<Double> MOMENTUM = Hyperparameter.floatNumber(
            "momentum",
            0.1,
            new Range(0, false, 1, true),
            "the share that a batch has in the running statistics after it");

    /** Refuses values out of range. */
    public BatchNormalizationSpec {
        EPSILON.check(KIND, epsilon);
        MOMENTUM.check(KIND, momentum);
    }

    /** A layer with PyTorch's defaults. */
    public BatchNormalizationSpec() {
        this(EPSILON.defaultValue(), MOMENTUM.defaultValue());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.batchNormalization(this);
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(EPSILON, epsilon).and(MOMENTUM, momentum);
    }

    @Override
    public BatchNormalizationSpec with(Hyperparameters values) {
        return new BatchNormalizationSpec(values.get(EPSILON), values.get(MOMENTUM));
    }

    @Override
    public List<LayerTensor> tensors(int inputs) {
        return List.of(
                LayerTensor.of(Role.SCALE, inputs),
                LayerTensor.of(Role.SHIFT, inputs),
                LayerTensor.of(Role.MEAN, inputs),
                LayerTensor.of(Role.VARIANCE, inputs));
    }

    @Override
    public boolean couplesRows() {
        return true;
    }
}
