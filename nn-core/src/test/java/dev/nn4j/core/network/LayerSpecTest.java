// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Initializer;
import dev.nn4j.core.registry.ComponentRegistry;
import org.junit.jupiter.api.Test;

/** Layers whose components are null are refused where they are made, not where they are first used. */
@SuppressWarnings("NullAway") // what a caller without null checks may hand over
class LayerSpecTest {
    private static final Activation RELU = ComponentRegistry.standard().activation("relu");
    private static final Initializer ZEROS = ComponentRegistry.standard().initializer("zeros");

    @Test
    void aLayerThatIsOnlyAnActivationNeedsOne() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ActivationSpec(null))
                .withMessage("activation: the activation is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new ParametricSpec(null))
                .withMessage("parametric: the activation is null");
    }

    @Test
    void aDenseLayerNeedsItsComponents() {
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseSpec(0, 1, null, ZEROS, true))
                .withMessage("dense: the activation is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseSpec(0, 1, RELU, null, true))
                .withMessage("dense: the initializer is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseSpec(0, 1, RELU, ZEROS, true, null))
                .withMessage("dense: the bias initializer is null; Optional.empty() starts at zero");
    }
}
