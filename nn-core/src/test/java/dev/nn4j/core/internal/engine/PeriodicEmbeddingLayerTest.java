// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.layer.Layer;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.layer.WorkerContext;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodicEmbeddingLayerTest {
    private static final int WAVES = 3;
    private static final int SIZE = 3;

    /** By periodic.py, with PyTorch. */
    private static final float[] OUTPUTS = {0.4502085f, 0.2528518f, 0.6283334f, -1.4691806f};

    private static final float[] GRADIENT = {
        2.7946571f,
        -0.7010630f,
        -2.2057087f,
        0.6059930f,
        -0.4243328f,
        -0.4892261f,
        -2.5575840f,
        0.7557458f,
        2.5040398f,
        0.7654420f,
        -0.3158180f,
        -0.8148033f,
        0.0796522f,
        -0.0318609f,
        -0.4908100f,
        0.1963240f,
        0.1132188f,
        -0.0452875f,
        0.5118084f,
        -0.2047234f,
        0.8042272f,
        0.0000000f,
        0.2629918f,
        0.0000000f,
        0.4004369f,
        0.0000000f,
        -0.4606276f,
        0.0000000f,
        -0.5499787f,
        -0.5406962f,
        0.1632812f,
        -0.9599204f,
        0.0882986f,
        -1.2697825f,
        0.8286095f,
        -0.8188935f
    };

    /** Of three inputs the outer ones are embedded. */
    private static NetworkSpec small() {
        return Architectures.inputs(3)
                .layer(new PeriodicEmbeddingSpec(1, WAVES, SIZE, Optional.of(List.of(0, 2))))
                .dense(1, "identity")
                .spec();
    }

    private static NetworkSpec large() {
        return Architectures.inputs(5)
                .layer(new PeriodicEmbeddingSpec(0.5, 17, 4, Optional.of(List.of(0, 3, 4))))
                .dense(4, "tanh")
                .dense(2, "identity")
                .spec();
    }

    private static float[] begun() {
        return LayerChecks.perturbed(Network.initialized(large(), 11).parameters());
    }

    private static float[] numbers(int count, int factor, int modulus, int divisor) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (i * factor % modulus - modulus / 2) / (float) divisor;
        }
        return numbers;
    }

    @Test
    void outputsAndGradientAreThoseOfPyTorch() {
        NetworkSpec spec = small();
        float[] parameters = numbers(spec.parameterCount(), 37, 23, 16);
        DataSet data = DataSet.of(numbers(12, 29, 17, 4), 3, new float[] {0.5f, -1, 2, 0}, 1);
        float[] outputs = new float[4];
        Network network = Network.of(spec, parameters);
        network.predict(data.inputs().clone(), 4, outputs, network.newScratch());
        assertThat(outputs).containsExactly(OUTPUTS, within(2e-6f));

        ComponentRegistry registry = ComponentRegistry.standard();
        try (Trainer trainer = new Trainer(
                spec,
                parameters,
                registry.loss("mean-squared-error"),
                registry.optimizer("sgd"),
                new Shaping(0, 0, 0, 0),
                1,
                new Execution(1, KernelChoice.SCALAR),
                4)) {
            trainer.step(LayerChecks.all(data), 0, 1, 1);
            assertThat(trainer.gradient()).containsExactly(GRADIENT, within(2e-5f));
        }
    }

    @Test
    void itTrainsFrequenciesPhasesAndAMapOfThem() {
        assertThat(small().ranges().subList(0, 3))
                .containsExactly(
                        new ParameterRange(0, Role.FREQUENCY, 0, 6),
                        new ParameterRange(0, Role.PHASE, 6, 12),
                        new ParameterRange(0, Role.EMBEDDING, 12, 28));
        assertThat(small().placed().get(1).inputs()).isEqualTo(2 * SIZE + 1);
        assertThat(small().parameterCount()).isEqualTo(small().trainableCount());
    }

    @Test
    void frequenciesBeginAsNormalNumbersAndTheRestEvenly() {
        NetworkSpec spec = Architectures.inputs(100)
                .layer(new PeriodicEmbeddingSpec(0.1, 16, 4))
                .dense(1, "identity")
                .spec();
        float[] parameters = Network.initialized(spec, 3).parameters();

        assertThat(deviation(parameters, 0, 1600)).isCloseTo(0.1, within(0.01));
        assertThat(deviation(parameters, 1600, 3200)).isCloseTo(Math.sqrt(1 / 12d), within(0.02));
        assertThat(deviation(parameters, 3200, 3200 + 5100)).isCloseTo(0.25 / Math.sqrt(3), within(0.005));
        for (int i = 1600; i < 3200 + 5100; i++) {
            assertThat(Math.abs(parameters[i])).isLessThanOrEqualTo(i < 3200 ? 0.5f : 0.25f);
        }
    }

    private static double deviation(float[] values, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (double) values[i] * values[i];
        }
        return Math.sqrt(squares / (to - from));
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        LayerChecks.gradientIsThatOfFiniteDifferences(
                large(), begun(), Rows.weighted(Rows.regression(23, 5, 2, 9)), 1e-3);
    }

    @Test
    void theGradientOfARowIsThatOfFiniteDifferences() {
        Layer layer = Layers.of(large()).get(0);
        WorkerContext context =
                WorkerContext.predicting(KernelSelection.of(KernelChoice.SCALAR).get());
        float[] parameters = begun();
        float[] x = {0.5f, -1, 2, 0.25f, -0.75f};
        float[] dz = numbers(layer.outputs(), 5, 11, 7);
        float[] dx = new float[5];
        layer.backward(context, parameters, x, new float[layer.outputs()], dz, dx, 0, 1);
        for (int i = 0; i < x.length; i++) {
            double difference = (weighted(layer, context, parameters, x, i, 0x1p-9f, dz)
                            - weighted(layer, context, parameters, x, i, -0x1p-9f, dz))
                    * 0x1p8;
            assertThat((double) dx[i]).isCloseTo(difference, within(2e-3));
        }
    }

    private static double weighted(
            Layer layer, WorkerContext context, float[] parameters, float[] x, int moved, float by, float[] dz) {
        float[] row = x.clone();
        row[moved] += by;
        float[] a = new float[layer.outputs()];
        layer.forward(context, parameters, row, new float[layer.outputs()], a, 0, 1);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * dz[i];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        LayerChecks.chunksAndThreadsCannotShow(
                large(), begun(), Rows.weighted(Rows.regression(rows, 5, 2, 9)), threads);
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        LayerChecks.predictionIsThatOfValidation(large(), begun(), Rows.regression(300, 5, 2, 9));
    }

    /** Fewer numbers to a row than there are waves. */
    @Test
    void aNarrowNetworkPredictsTheSame() {
        NetworkSpec spec = Architectures.inputs(1)
                .layer(new PeriodicEmbeddingSpec(1, 100, 2))
                .dense(1, "identity")
                .spec();
        LayerChecks.predictionIsThatOfValidation(
                spec, Network.initialized(spec, 2).parameters(), Rows.regression(40, 1, 1, 9));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeriodicEmbeddingSpec(0, 16, 4))
                .withMessage("numeric-embedding: sigma must be in (0, 1000], got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeriodicEmbeddingSpec(0.1, 0, 4))
                .withMessage("numeric-embedding: frequencies must be a whole number in [1, 1024], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeriodicEmbeddingSpec(0.1, 16, 1))
                .withMessage("numeric-embedding: size must be a whole number in [2, 256], got 1");
    }
}
