// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Activation;
import java.util.List;
import java.util.Objects;

/**
 * An activation by itself: {@code a = g(x)}. It takes the place of a dense layer's own activation where something
 * stands between the two, as in dense, batch normalisation, ReLU.
 *
 * @param activation g
 * @since 0.1.0
 */
public record ActivationSpec(Activation activation) implements LayerSpec {
    /** The kind. */
    public static final String KIND = "activation";

    /** Refuses null. */
    public ActivationSpec {
        Objects.requireNonNull(activation, KIND + ": the activation is null");
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
        return cases.activation(this);
    }

    @Override
    public List<LayerTensor> tensors(int inputs) {
        return List.of();
    }
}
