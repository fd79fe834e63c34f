// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.WordArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationLayerTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final double STEP = 1e-2;

    /** In front, behind both normalisations and dropout, one behind another, of elements and of whole rows. */
    private static NetworkSpec everywhere(double dropout) {
        return Architectures.inputs(5)
                .activation("softsign")
                .dense(7, "identity")
                .batchNormalization()
                .activation("silu")
                .dropout(dropout)
                .dense(6, "tanh")
                .layerNormalization()
                .activation("softmax")
                .activation("tanh")
                .dense(2, "identity")
                .spec();
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        NetworkSpec spec = everywhere(0);
        DataSet data = Rows.weighted(Rows.regression(23, 5, 2, 9));
        float[] parameters = perturbed(spec);
        try (Trainer trainer = trainer(spec, parameters.clone(), 1, data.rows())) {
            trainer.step(all(data), 0, 1, 1);
            float[] gradient = trainer.gradient().clone();
            for (int i = 0; i < gradient.length; i++) {
                double difference =
                        (loss(spec, parameters, i, STEP, data) - loss(spec, parameters, i, -STEP, data)) / (2 * STEP);
                assertThat((double) gradient[i])
                        .as("parameter %d", i)
                        .isCloseTo(difference, within(1e-3 * Math.max(1, Math.abs(difference))));
            }
        }
    }

    /** relu and hard-tanh are clamps, which a dense layer joins to its product; softmax looks at whole rows. */
    @ParameterizedTest
    @ValueSource(strings = {"relu", "hard-tanh", "gelu", "softmax"})
    void behindADenseLayerWithoutActivationItGivesTheBitsOfTheLayersOwn(String activation) {
        NetworkSpec own = Architectures.inputs(4)
                .dense(9, activation)
                .dense(3, "identity")
                .spec();
        NetworkSpec alone = Architectures.inputs(4)
                .dense(9, "identity")
                .activation(activation)
                .dense(3, "identity")
                .spec();
        DataSet data = Rows.regression(600, 4, 3, 2);
        float[] expected = trained(own, perturbed(own), data);
        float[] found = trained(alone, perturbed(own), data);

        assertThat(Bits.of(found)).isEqualTo(Bits.of(expected));
        assertThat(Bits.of(predict(Network.of(alone, found), data)))
                .isEqualTo(Bits.of(predict(Network.of(own, expected), data)));
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        NetworkSpec spec = everywhere(0.2);
        DataSet data = Rows.weighted(Rows.regression(rows, 5, 2, rows));
        float[] alone = perturbed(spec);
        float[] shared = alone.clone();
        try (Trainer trainer = trainer(spec, alone, 1, rows)) {
            trainer.step(all(data), 0.1, 1, 1);
        }
        try (Trainer trainer = trainer(spec, shared, threads, rows)) {
            trainer.step(all(data), 0.1, 1, 1);
        }
        assertThat(Bits.of(shared)).isEqualTo(Bits.of(alone));
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        NetworkSpec spec = everywhere(0.2);
        DataSet data = Rows.regression(300, 5, 2, 9);
        float[] parameters = perturbed(spec);
        Network network = Network.of(spec, parameters);
        float[] together = predict(network, data);
        float[] singly = new float[together.length];
        double squares = 0;
        for (int row = 0; row < data.rows(); row++) {
            float[] one = predict(network, data.select(new int[] {row}));
            System.arraycopy(one, 0, singly, row * 2, 2);
            double a = (double) one[0] - data.targets()[2 * row];
            double b = (double) one[1] - data.targets()[2 * row + 1];
            squares += (a * a + b * b) / 2;
        }
        assertThat(Bits.of(singly)).isEqualTo(Bits.of(together));
        try (Trainer trainer = trainer(spec, parameters, 1, data.rows())) {
            assertThat(trainer.evaluate(all(data)).loss()).isCloseTo(squares / data.rows(), within(1e-9));
        }
    }

    @Test
    void itHasNoNumbersAndCannotGiveTheOutput() {
        assertThat(everywhere(0).parameterCount()).isEqualTo((5 * 7 + 7) + 4 * 7 + (7 * 6 + 6) + 2 * 6 + (6 * 2 + 2));
        Architectures open = Architectures.inputs(3).dense(2, "identity").activation("softmax");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(open::spec)
                .withMessage("network.layers: must end in a dense layer, which gives the output");
    }

    private static float[] trained(NetworkSpec spec, float[] parameters, DataSet data) {
        try (Trainer trainer = trainer(spec, parameters, 1, data.rows())) {
            for (int step = 1; step <= 3; step++) {
                trainer.step(all(data), 0.1, step, 1);
            }
        }
        return parameters;
    }

    private static double loss(NetworkSpec spec, float[] parameters, int index, double by, DataSet data) {
        float[] moved = parameters.clone();
        moved[index] += (float) by;
        try (Trainer trainer = trainer(spec, moved, 1, data.rows())) {
            return trainer.step(all(data), 0, 1, 1).loss();
        }
    }

    private static float[] predict(Network network, DataSet data) {
        float[] outputs = new float[data.rows() * network.outputWidth()];
        network.predict(data.inputs(), data.rows(), outputs, network.newScratch());
        return outputs;
    }

    private static float[] perturbed(NetworkSpec spec) {
        float[] parameters = Network.initialized(spec, 11).parameters();
        float[] noise = Rows.numbers(parameters.length, 3);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += 0.2f * noise[i];
        }
        return parameters;
    }

    private static Batch all(DataSet data) {
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
