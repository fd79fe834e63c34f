// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.Loss;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.ScalarKernels;
import dev.nn4j.core.internal.layer.BatchStatistics;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.layer.WorkerContext;
import dev.nn4j.core.internal.layer.Workspace;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks and threads cannot show: whatever they are, the gradient is bit for bit that of the naive computation. */
class BatchPassTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Loss LOSS = REGISTRY.loss("mean-squared-error");

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 2",
        "31, 1",
        "31, 3",
        "511, 2",
        "512, 1",
        "513, 2",
        "1000, 3",
        "4095, 1",
        "4096, 2",
        "4097, 1",
        "4097, 3",
        "8192, 2",
        "9000, 1",
        "9000, 8",
        "16384, 2",
        "21000, 1",
        "30000, 3"
    })
    void theGradientOfABatchIsTheNaiveOne(int rows, int threads) {
        NetworkSpec spec = Architectures.inputs(33)
                .dense(65, "relu")
                .denseWithoutBias(17, "leaky-relu")
                .dense(3, "identity")
                .spec();
        assertNaive(spec, Rows.weighted(Rows.regression(rows, 33, 3, rows)), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void wideLayersAreWorkedInSmallerChunksWithTheSameBits(int threads) {
        NetworkSpec spec =
                Architectures.inputs(3).dense(5000, "relu").dense(2, "identity").spec();
        Layers layers = Layers.of(spec);
        assertThat(new Workspace(layers, threads, 700).chunkRows()).isEqualTo(128);
        assertNaive(spec, Rows.regression(700, 3, 2, 1), threads);
    }

    @Test
    void memoryForAStepIsBoundedByTheNetworkAndNotByTheBatch() {
        Layers layers = Layers.of(
                Architectures.inputs(30).dense(64, "relu").dense(1, "sigmoid").spec());
        assertThat(new Workspace(layers, 1, 10).chunkRows()).isEqualTo(10);
        assertThat(new Workspace(layers, 1, 1_000_000).chunkRows()).isEqualTo(256);
        assertThat(new Workspace(layers, 2, 1_000_000).chunkRows()).isEqualTo(512);
    }

    @Test
    void theLossOfABatchIsTheWeightedMeanOfItsRows() {
        NetworkSpec spec = Architectures.inputs(2).dense(1, "identity").spec();
        float[] parameters = {1, 10, 0};
        DataSet data = DataSet.of(new float[] {1, 0, 0, 1, 2, 0}, 2, new float[] {0, 8, 2}, 1)
                .withWeights(new float[] {1, 3, 4});
        try (Trainer trainer = trainer(spec, parameters, 1, 3)) {
            // Squared errors 1, 4 and 0 with weights 1, 3 and 4.
            assertThat(trainer.evaluate(all(data)).loss()).isCloseTo(13 / 8.0, within(1e-12));
        }
    }

    @Test
    void rowsThatWeighNothingMoveNothing() {
        NetworkSpec spec =
                Architectures.inputs(4).dense(3, "relu").dense(1, "identity").spec();
        DataSet all = Rows.regression(20, 4, 1, 3);
        float[] weights = new float[20];
        Arrays.fill(weights, 0, 12, 1);
        float[] zeroed = gradient(spec, all.withWeights(weights));
        float[] without = gradient(spec, all.select(IntStream.range(0, 12).toArray()));
        assertThat(zeroed).isEqualTo(without);
    }

    @Test
    void aBatchOfRowsThatAllWeighNothingHasNoLossAndNoGradient() {
        NetworkSpec spec = Architectures.inputs(2).dense(1, "identity").spec();
        DataSet data = Rows.regression(4, 2, 1, 3).withWeights(new float[] {0, 0, 0, 1});
        try (Trainer trainer = trainer(spec, new float[] {1, 1, 1}, 1, 4)) {
            Batch batch = new Batch(data);
            batch.moveTo(WordArray.of(new int[] {0, 1, 2}), 0, 3);
            assertThat(trainer.step(batch, 0.1, 1, 1).loss()).isZero();
            assertThat(trainer.parameters()).containsExactly(1, 1, 1);
        }
    }

    @Test
    void rowsAreTakenInTheOrderGiven() {
        NetworkSpec spec =
                Architectures.inputs(4).dense(3, "relu").dense(1, "identity").spec();
        DataSet data = Rows.regression(6, 4, 1, 3);
        int[] order = {4, 0, 5, 2};
        try (Trainer ordered = trainer(spec, parameters(spec), 1, 6)) {
            Batch batch = new Batch(data);
            batch.moveTo(WordArray.of(order), 1, 4);
            ordered.step(batch, 0.1, 1, 1);
            assertThat(ordered.gradient()).isEqualTo(gradient(spec, data.select(new int[] {0, 5, 2})));
        }
    }

    /** Written with the words of the random stream, which alone decide: row and unit, not chunk or thread. */
    @ParameterizedTest
    @CsvSource({"10, 1", "513, 1", "1500, 2", "1500, 5"})
    void aDropoutMaskDependsOnSeedStepRowAndUnitAlone(int rows, int threads) {
        NetworkSpec spec = Architectures.inputs(64)
                .dropout(0.25)
                .dense(64, "identity")
                .dense(1, "identity")
                .spec();
        float[] ones = new float[rows * 64];
        Arrays.fill(ones, 1);
        DataSet data = DataSet.of(ones, 64, new float[rows], 1);
        try (Trainer many = trainer(spec, parameters(spec), threads, rows)) {
            many.step(all(data), 0, 1, 1);
            float[] first = many.gradient().clone();
            many.step(all(data), 0, 1, 2);
            assertThat(Bits.hash(many.gradient())).isNotEqualTo(Bits.hash(first));
            try (Trainer alone = trainer(spec, parameters(spec), 1, rows)) {
                alone.step(all(data), 0, 1, 1);
                assertThat(Bits.hash(first)).isEqualTo(Bits.hash(alone.gradient()));
            }
        }
    }

    @Test
    void dropoutKeepsTheExpectationAndDropsTheShareAskedFor() {
        int units = 100_000;
        Layers layers = Layers.of(
                Architectures.inputs(units).dropout(0.3).dense(1, "identity").spec());
        WorkerContext context = WorkerContext.training(new ScalarKernels(), 2, 7, new BatchStatistics[0]);
        context.moveTo(1, 0);
        float[] x = new float[units];
        Arrays.fill(x, 1);
        float[] a = new float[units];
        layers.get(0).forward(context, new float[0], x, new float[units], a, 0, 1);
        double sum = 0;
        int dropped = 0;
        for (float value : a) {
            assertThat(value == 0 || value == (float) (1 / 0.7)).isTrue();
            sum += value;
            dropped += value == 0 ? 1 : 0;
        }
        assertThat(dropped / (double) units).isCloseTo(0.3, within(0.006));
        assertThat(sum / units).isCloseTo(1, within(0.01));
    }

    private static void assertNaive(NetworkSpec spec, DataSet data, int threads) {
        float[] parameters = parameters(spec);
        NaivePass naive = new NaivePass(spec, parameters, data);
        float[] expected = naive.gradient(LOSS, data);
        try (Trainer trainer = trainer(spec, parameters.clone(), threads, data.rows())) {
            trainer.step(all(data), 0.1, 1, 1);
            assertThat(Bits.of(trainer.gradient())).isEqualTo(Bits.of(expected));
        }
        float[] predicted = new float[naive.outputs().length];
        Network network = Network.of(spec, parameters);
        network.predict(data.inputs(), data.rows(), predicted, network.newScratch());
        assertThat(Bits.of(predicted)).isEqualTo(Bits.of(naive.outputs()));
    }

    private static float[] gradient(NetworkSpec spec, DataSet data) {
        try (Trainer trainer = trainer(spec, parameters(spec), 1, data.rows())) {
            trainer.step(all(data), 0.1, 1, 1);
            return trainer.gradient();
        }
    }

    private static float[] parameters(NetworkSpec spec) {
        return Network.initialized(spec, 11).parameters();
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
                LOSS,
                REGISTRY.optimizer("gradient-descent"),
                new Shaping(0, 0, 0, 0),
                5,
                new Execution(threads, KernelChoice.SCALAR),
                mostRows);
    }
}
