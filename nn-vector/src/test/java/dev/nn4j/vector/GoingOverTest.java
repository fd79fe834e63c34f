// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What begins in plain Java goes over to vectors while it is in use, and nobody can tell. */
class GoingOverTest {
    private static final int ROWS = 1024;
    /** Some seconds of plain Java: many times what should be enough. */
    private static final int MOST_CALLS = 100;

    private final ComponentRegistry registry = ComponentRegistry.standard();

    @Test
    void predictions_stay_the_same_when_the_kernels_change() {
        Network network =
                Network.initialized(new NetworkSpec(256, List.of(dense(512, "relu"), dense(3, "softmax"))), 7);
        float[] inputs = new float[ROWS * 256];
        Random random = new Random(5);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        float[] expected = new float[ROWS * 3];
        network.predict(inputs, ROWS, expected, network.newScratch(KernelChoice.SCALAR));
        Scratch scratch = network.newScratch(KernelChoice.AUTO);
        boolean wentOver = false;
        for (int call = 0; call < MOST_CALLS && !wentOver; call++) {
            wentOver = KernelSelection.forWork(KernelChoice.AUTO, 0) == KernelChoice.AUTO;
            float[] outputs = new float[ROWS * 3];
            network.predict(inputs, ROWS, outputs, scratch);
            assertThat(outputs).containsExactly(expected);
        }
        assertThat(wentOver).as("the last prediction was by vectors").isTrue();
        assertThat(KernelSelection.of(KernelChoice.AUTO).get()).isInstanceOf(VectorKernels.class);
    }

    private LayerSpec dense(int units, String activation) {
        return new DenseSpec(0, units, registry.activation(activation), registry.initializer("he-normal"), true);
    }
}
