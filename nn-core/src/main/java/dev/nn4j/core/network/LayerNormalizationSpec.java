// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016): {@code a = scale ⊙ (x − μ)/√(σ² + ε) + shift}, where μ and σ² are
 * mean and variance over the units of a row. Scale starts at one, shift at zero.
 *
 * @param epsilon ε; in (0, 1]
 * @since 0.1.0
 */
public record LayerNormalizationSpec(double epsilon) implements LayerSpec {
    /** The kind. */
    public static final String KIND = "layer-normalization";

    private static final Hyperparameter<Double> EPSILON =
            Hyperparameter.floatNumber("epsilon", 1e-5, new Range(0, false, 1, true), "added to the variance");

    /** Refuses a value out of range. */
    public LayerNormalizationSpec {
        EPSILON.check(KIND, epsilon);
    }

    /** A layer with PyTorch's default. */
    public LayerNormalizationSpec() {
        this(EPSILON.defaultValue());
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
        return cases.layerNormalization(this);
    }

    @Override
    public int leastInputs() {
        return 2;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(EPSILON, epsilon);
    }

    @Override
    public LayerNormalizationSpec with(Hyperparameters values) {
        return new LayerNormalizationSpec(values.get(EPSILON));
    }

    @Override
    public List<LayerTensor> tensors(int inputs) {
        return List.of(LayerTensor.of(Role.SCALE, inputs), LayerTensor.of(Role.SHIFT, inputs));
    }
}
