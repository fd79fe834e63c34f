// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;

/**
 * A factor for each unit: {@code a = scale ⊙ x}. Scale starts at one. In front of a network it learns how much each input
 * counts, and at a rate of its own.
 *
 * @since 0.1.0
 */
public record ScaleSpec() implements LayerSpec {
    /** The kind. */
    public static final String KIND = "scale";

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
        return cases.scale(this);
    }

    @Override
    public List<LayerTensor> tensors(int inputs) {
        return List.of(LayerTensor.of(Role.SCALE, inputs));
    }
}
