// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.ScalarKernels;
import dev.nn4j.core.internal.layer.BatchStatistics;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.layer.Workspace;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizationTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final double STEP = 1e-2;

    private static NetworkSpec mixed() {
        return Architectures.inputs(5)
                .batchNormalization()
                .dense(7, "tanh")
                .layerNormalization()
                .dense(6, "silu")
                .batchNormalization()
                .layerNormalization()
                .dense(2, "identity")
                .spec();
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        NetworkSpec spec = mixed();
        DataSet data = Rows.weighted(Rows.regression(23, 5, 2, 9));
        float[] parameters = perturbed(spec);
        try (Trainer trainer = trainer(spec, parameters.clone(), 1, data.rows())) {
            trainer.step(all(data), 0, 1, 1);
            float[] gradient = trainer.gradient().clone();
            assertThat(gradient).hasSize(spec.trainableCount());
            for (int i = 0; i < gradient.length; i++) {
                double difference =
                        (loss(spec, parameters, i, STEP, data) - loss(spec, parameters, i, -STEP, data)) / (2 * STEP);
                assertThat((double) gradient[i])
                        .as("parameter %d", i)
                        .isCloseTo(difference, within(1e-3 * Math.max(1, Math.abs(difference))));
            }
        }
    }

    /** Blocks of 4096 rows, chunks of 512 and 64, several chunks to a batch, a ragged last chunk. */
    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "511, 3", "513, 2", "4097, 3", "9000, 8"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        NetworkSpec spec = Architectures.inputs(33)
                .batchNormalization()
                .dense(65, "relu")
                .dropout(0.2)
                .batchNormalization()
                .dense(17, "tanh")
                .layerNormalization()
                .dense(3, "identity")
                .spec();
        DataSet data = Rows.weighted(Rows.regression(rows, 33, 3, rows));
        float[] alone = perturbed(spec);
        float[] shared = alone.clone();
        float[] expected;
        try (Trainer trainer = trainer(spec, alone, 1, rows)) {
            trainer.step(all(data), 0.1, 1, 1);
            expected = trainer.gradient().clone();
        }
        try (Trainer trainer = trainer(spec, shared, threads, rows)) {
            trainer.step(all(data), 0.1, 1, 1);
            assertThat(Bits.of(trainer.gradient())).isEqualTo(Bits.of(expected));
        }
        assertThat(Bits.of(shared)).isEqualTo(Bits.of(alone));
    }

    @Test
    void runningStatisticsFollowTheBatchAndAreNotTrained() {
        NetworkSpec spec = Architectures.inputs(2)
                .layer(new BatchNormalizationSpec(1e-5, 0.25))
                .dense(1, "identity")
                .spec();
        float[] parameters = {1, 1, 0, 0, 0, 0, 0, /* means */ 0, 4, /* variances */ 1, 8};
        DataSet data = DataSet.of(new float[] {1, 5, 3, 5, 8, 5}, 2, new float[] {0, 0, 0}, 1);
        try (Trainer trainer = trainer(spec, parameters, 1, 3)) {
            trainer.step(all(data), 0, 1, 1);
        }
        // Means 4 and 5; sample variances (9 + 1 + 16)/2 = 13 and 0.
        assertThat(Arrays.copyOfRange(parameters, 7, 11)).containsExactly(1, 4.25f, 4, 6);
    }

    @Test
    void predictionAndValidationUseTheRunningStatisticsAndAgreeBitForBit() {
        NetworkSpec spec = mixed();
        DataSet data = Rows.regression(300, 5, 2, 9);
        float[] parameters = perturbed(spec);
        Network network = Network.of(spec, parameters);
        float[] together = predict(network, data);
        float[] singly = new float[together.length];
        for (int row = 0; row < data.rows(); row++) {
            float[] one = predict(network, data.select(new int[] {row}));
            System.arraycopy(one, 0, singly, row * 2, 2);
        }
        assertThat(Bits.of(singly)).isEqualTo(Bits.of(together));

        double squares = 0;
        for (int row = 0; row < data.rows(); row++) {
            double a = (double) together[2 * row] - data.targets()[2 * row];
            double b = (double) together[2 * row + 1] - data.targets()[2 * row + 1];
            squares += (a * a + b * b) / 2;
        }
        try (Trainer trainer = trainer(spec, parameters, 1, data.rows())) {
            assertThat(trainer.evaluate(all(data)).loss()).isCloseTo(squares / data.rows(), within(1e-9));
        }
    }

    @Test
    void aConstantColumnAndOneFarFromZeroStayFinite() {
        NetworkSpec spec = Architectures.inputs(2)
                .batchNormalization()
                .dense(1, "identity")
                .spec();
        float[] x = new float[2 * 50];
        for (int row = 0; row < 50; row++) {
            x[2 * row] = 1e7f;
            x[2 * row + 1] = 1e6f + row % 2;
        }
        Workspace chunk = new Workspace(Layers.of(spec), 1, 50);
        all(DataSet.of(x, 2, new float[50], 1)).load(chunk, 0, 50);
        BatchStatistics statistics = new BatchStatistics(0, 2);
        statistics.moveTo(List.of(chunk), 50);
        statistics.takeMoments(0, 2);
        assertThat(statistics.variance(0)).isZero();
        assertThat(statistics.mean(0)).isEqualTo(1e7);
        assertThat(statistics.variance(1)).isEqualTo(0.25);
        assertThat(statistics.mean(1)).isEqualTo(1_000_000.5);
        try (Trainer trainer = trainer(spec, Network.initialized(spec, 1).parameters(), 1, 50)) {
            double loss = trainer.step(all(DataSet.of(x, 2, new float[50], 1)), 0.1, 1, 1)
                    .loss();
            assertThat(loss).isFinite();
            trainer.requireFinite(1, 1);
        }
    }

    @Test
    void scalesBeginAtOneShiftsAtZeroAndRunningStatisticsAsThoseOfStandardisedData() {
        NetworkSpec spec = Architectures.inputs(2)
                .batchNormalization()
                .layerNormalization()
                .dense(1, "identity")
                .spec();
        float[] parameters = Network.initialized(spec, 1).parameters();
        assertThat(spec.parameterCount()).isEqualTo(15);
        assertThat(spec.trainableCount()).isEqualTo(11);
        assertThat(Arrays.copyOfRange(parameters, 0, 8)).containsExactly(1, 1, 0, 0, 1, 1, 0, 0);
        assertThat(Arrays.copyOfRange(parameters, 11, 15)).containsExactly(0, 0, 1, 1);
    }

    @Test
    void penaltiesActOnTheWeightsOfDenseLayersAlone() {
        NetworkSpec spec = Architectures.inputs(2)
                .batchNormalization()
                .layerNormalization()
                .dense(1, "identity")
                .spec();
        float[] gradient = new float[11];
        float[] parameters = new float[15];
        Arrays.fill(parameters, 2);
        new GradientShaping(Layers.of(spec), new Shaping(0.5, 0.25, 0, 0), ScalarKernels::new)
                .apply(parameters, gradient);
        assertThat(gradient).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0);
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

    /** Parameters that are not at their special starting values; variances stay above zero. */
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
