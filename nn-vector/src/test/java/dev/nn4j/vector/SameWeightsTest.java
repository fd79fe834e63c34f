// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.NetworkTraining;
import dev.nn4j.core.training.TrainingOptions;
import dev.nn4j.core.training.TrainingOptionsBuilder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training run ends at the same weights with scalar and vector kernels, on any number of threads. */
class SameWeightsTest {
    private static final int ROWS = 4500;

    private final ComponentRegistry registry = ComponentRegistry.standard();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void vector_kernels_train_the_scalar_ones_weights(int threads) {
        for (int batchSize : new int[] {37, TrainingOptions.FULL_BATCH}) {
            float[] expected = weights(KernelChoice.SCALAR, 1, batchSize);
            assertThat(weights(KernelChoice.VECTOR, threads, batchSize)).containsExactly(expected);
        }
    }

    private float[] weights(KernelChoice kernels, int threads, int batchSize) {
        NetworkSpec spec = new NetworkSpec(
                13,
                List.of(
                        dense(33, "relu"),
                        new LayerSpec.Dropout(0.2),
                        new LayerSpec.BatchNormalization(),
                        dense(65, "tanh"),
                        new LayerSpec.LayerNormalization(),
                        dense(3, "softmax")));
        TrainingOptions options = new TrainingOptionsBuilder(TrainingOptions.defaults())
                .epochs(2)
                .batchSize(batchSize)
                .seed(7)
                .build();
        return NetworkTraining.of(
                        registry.loss("categorical-cross-entropy"), registry.optimizer("adam"), 0.003, options)
                .withExecution(new Execution(threads, kernels))
                .run(Network.initialized(spec, 7), data())
                .network()
                .parameters();
    }

    private LayerSpec dense(int units, String activation) {
        return new LayerSpec.Dense(0, units, registry.activation(activation), registry.initializer("he-normal"), true);
    }

    private static DataSet data() {
        Random random = new Random(5);
        float[] inputs = new float[ROWS * 13];
        float[] targets = new float[ROWS * 3];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < ROWS; row++) {
            targets[row * 3 + random.nextInt(3)] = 1;
        }
        return DataSet.of(inputs, 13, targets, 3);
    }
}
