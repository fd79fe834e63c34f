// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.WordArray;
import java.util.stream.IntStream;

/** What holds for every kind of layer, for networks of regression. */
final class LayerChecks {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private LayerChecks() {}

    /** The gradient of a step is that of finite differences of its loss. */
    static void gradientIsThatOfFiniteDifferences(NetworkSpec spec, float[] parameters, DataSet data, double step) {
        try (Trainer trainer = trainer(spec, parameters.clone(), 1, data.rows())) {
            trainer.step(all(data), 0, 1, 1);
            float[] gradient = trainer.gradient().clone();
            for (int i = 0; i < gradient.length; i++) {
                double difference =
                        (loss(spec, parameters, i, step, data) - loss(spec, parameters, i, -step, data)) / (2 * step);
                assertThat((double) gradient[i])
                        .as("parameter %d", i)
                        .isCloseTo(difference, within(1e-3 * Math.max(1, Math.abs(difference))));
            }
        }
    }

    /** A step on one thread and on several leaves the same bits. */
    static void chunksAndThreadsCannotShow(NetworkSpec spec, float[] parameters, DataSet data, int threads) {
        float[] alone = parameters.clone();
        float[] shared = parameters.clone();
        try (Trainer trainer = trainer(spec, alone, 1, data.rows())) {
            trainer.step(all(data), 0.1, 1, 1);
        }
        try (Trainer trainer = trainer(spec, shared, threads, data.rows())) {
            trainer.step(all(data), 0.1, 1, 1);
        }
        assertThat(Bits.of(shared)).isEqualTo(Bits.of(alone)).isNotEqualTo(Bits.of(parameters));
    }

    /** A row by itself is predicted as among others, and as validation has it. */
    static void predictionIsThatOfValidation(NetworkSpec spec, float[] parameters, DataSet data) {
        Network network = Network.of(spec, parameters);
        float[] together = predict(network, data);
        float[] singly = new float[together.length];
        int width = network.outputWidth();
        double squares = 0;
        for (int row = 0; row < data.rows(); row++) {
            float[] one = predict(network, data.select(new int[] {row}));
            System.arraycopy(one, 0, singly, row * width, width);
            for (int j = 0; j < width; j++) {
                double error = (double) one[j] - data.targets()[width * row + j];
                squares += error * error / width;
            }
        }
        assertThat(Bits.of(singly)).isEqualTo(Bits.of(together));
        try (Trainer trainer = trainer(spec, parameters.clone(), 1, data.rows())) {
            assertThat(trainer.evaluate(all(data)).loss()).isCloseTo(squares / data.rows(), within(1e-9));
        }
    }

    /** A beginning in which no parameter is what it usually is. */
    static float[] perturbed(float[] parameters) {
        float[] perturbed = parameters.clone();
        float[] noise = Rows.numbers(parameters.length, 3);
        for (int i = 0; i < parameters.length; i++) {
            perturbed[i] += 0.2f * noise[i];
        }
        return perturbed;
    }

    static float[] predict(Network network, DataSet data) {
        float[] outputs = new float[data.rows() * network.outputWidth()];
        network.predict(data.inputs(), data.rows(), outputs, network.newScratch());
        return outputs;
    }

    private static double loss(NetworkSpec spec, float[] parameters, int index, double by, DataSet data) {
        float[] moved = parameters.clone();
        moved[index] += (float) by;
        try (Trainer trainer = trainer(spec, moved, 1, data.rows())) {
            return trainer.step(all(data), 0, 1, 1).loss();
        }
    }

    static Batch all(DataSet data) {
        Batch batch = new Batch(data);
        batch.moveTo(WordArray.of(IntStream.range(0, data.rows()).toArray()), 0, data.rows());
        return batch;
    }

    private static Trainer trainer(NetworkSpec spec, float[] parameters, int threads, int mostRows) {
        return new Trainer(
                spec,
                parameters,
                REGISTRY.loss("mean-squared-error"),
                REGISTRY.optimizer("gradient-descent"),
                new Shaping(0, 0, 0, 0),
                5,
                new Execution(threads, KernelChoice.SCALAR),
                mostRows);
    }
}
