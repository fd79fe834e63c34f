// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;
import java.util.Objects;

/**
 * An activation of which each unit takes as much as it learns to: {@code a = x + slope ⊙ (g(x) − x)}. Slope starts at one,
 * which is the activation itself; at zero it passes its input on.
 *
 * @param activation g
 * @since 0.1.0
 */
public record ParametricSpec(Activation activation) implements LayerSpec {
    /** The kind. */
    public static final String KIND = "parametric";

    /** Refuses null, and activations that train coefficients of their own. */
    public ParametricSpec {
        Objects.requireNonNull(activation, KIND + ": the activation is null");
        ActivationSpec.requireUntrained(KIND, activation);
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
        return cases.parametric(this);
    }

    @Override
    public List<LayerTensor> tensors(int inputs) {
        return tensorsOf(inputs);
    }

    /** The tensors of such a layer of this width, whatever its activation. */
    public static List<LayerTensor> tensorsOf(int inputs) {
        return List.of(LayerTensor.of(Role.SLOPE, inputs));
    }
}
