// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.WordArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers so wide that their memory is made on several threads; with all that a step may have. */
class WideNetworkTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final int INPUTS = 20;

    private static NetworkSpec wide() {
        return Architectures.inputs(INPUTS)
                .layer(new CategoryEmbeddingSpec(4, 0.5, Optional.of(List.of(0, 7)), List.of(11, 5)))
                .dense(530, "relu")
                .layerNormalization()
                .dropout(0.25)
                .dense(530, "tanh")
                .residual(1)
                .denseWithoutBias(70, "relu")
                .dense(2, "identity")
                .spec();
    }

    private static NetworkSpec coupled() {
        return Architectures.inputs(INPUTS)
                .dense(530, "relu")
                .batchNormalization()
                .dense(530, "relu")
                .dropout(0.25)
                .dense(2, "identity")
                .spec();
    }

    private static DataSet data(int rows) {
        float[] inputs = Rows.numbers(rows * INPUTS, 3);
        for (int row = 0; row < rows; row++) {
            inputs[row * INPUTS] = row % 11;
            inputs[row * INPUTS + 7] = row % 5;
        }
        return DataSet.of(inputs, INPUTS, Rows.numbers(rows * 2, 4), 2);
    }

    @ParameterizedTest
    @CsvSource({"65, 2", "65, 3", "600, 2", "600, 3"})
    void threadsDoNotShow(int rows, int threads) {
        assertThat(trained(wide(), rows, threads)).isEqualTo(trained(wide(), rows, 1));
        assertThat(trained(coupled(), rows, threads)).isEqualTo(trained(coupled(), rows, 1));
    }

    /** The bits of all parameters after two steps. */
    private static int[] trained(NetworkSpec spec, int rows, int threads) {
        DataSet data = data(rows);
        Batch batch = new Batch(data);
        batch.moveTo(WordArray.of(IntStream.range(0, rows).toArray()), 0, rows);
        try (Trainer trainer = new Trainer(
                spec,
                Network.initialized(spec, 11).parameters(),
                REGISTRY.loss("mean-squared-error"),
                REGISTRY.optimizer("adam"),
                new Shaping(0.0001, 0.001, 0.5, 0.1),
                5,
                new Execution(threads, KernelChoice.SCALAR),
                rows)) {
            trainer.step(batch, 0.01, 1, 1);
            trainer.step(batch, 0.01, 1, 2);
            return Bits.of(trainer.parameters());
        }
    }
}
