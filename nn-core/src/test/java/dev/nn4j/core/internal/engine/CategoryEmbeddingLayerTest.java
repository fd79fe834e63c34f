// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.LayerTensor;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryEmbeddingLayerTest {
    private static final int SIZE = 3;
    private static final CategoryEmbeddingSpec EMBEDDING =
            new CategoryEmbeddingSpec(SIZE, 0.5, Optional.of(List.of(0, 3)), List.of(7, 2));

    /** Of five inputs two are indices. */
    private static NetworkSpec embedded(CategoryEmbeddingSpec embedding) {
        return Architectures.inputs(5)
                .layer(embedding)
                .dense(4, "tanh")
                .dense(2, "identity")
                .spec();
    }

    /** Input 0 is an index, of which no row has the last, and sometimes none; input 3 is one of two. */
    private static DataSet unweighted(int rows) {
        DataSet drawn = Rows.regression(rows, 5, 2, 9);
        float[] inputs = drawn.inputs().clone();
        for (int row = 0; row < rows; row++) {
            inputs[5 * row] = row * 5 % 7 - 1;
            inputs[5 * row + 3] = row % 3 == 0 ? 1 : 0;
        }
        return DataSet.of(inputs, 5, drawn.targets(), 2);
    }

    private static DataSet data(int rows) {
        return Rows.weighted(unweighted(rows));
    }

    private static float[] parameters(NetworkSpec spec) {
        return LayerChecks.perturbed(Network.initialized(spec, 11).parameters());
    }

    /** What the layer makes of one row: its parameters are 1, 2, 3, … */
    private static float[] made(float... row) {
        NetworkSpec spec =
                Architectures.inputs(5).layer(EMBEDDING).dense(9, "identity").spec();
        float[] parameters = new float[spec.parameterCount()];
        int weight = 9 * SIZE;
        for (int i = 0; i < weight; i++) {
            parameters[i] = i + 1;
        }
        for (int i = 0; i < 9; i++) {
            parameters[weight + 10 * i] = 1;
        }
        float[] found = new float[9];
        Network network = Network.of(spec, parameters);
        network.predict(row, 1, found, network.newScratch());
        return found;
    }

    @Test
    void theOtherInputsComeFirstAndThenARowOfEachTable() {
        assertThat(made(0, 0.5f, -1, 0, 9)).containsExactly(0.5f, -1, 9, 1, 2, 3, 22, 23, 24);
        assertThat(made(6, 0.5f, -1, 1, 9)).containsExactly(0.5f, -1, 9, 19, 20, 21, 25, 26, 27);
    }

    @Test
    void whatIsNoIndexIsZeros() {
        for (float none : new float[] {-1, 7, 0.5f, 1e9f, -1e9f}) {
            assertThat(made(none, 0, 0, 1, 0)).containsExactly(0, 0, 0, 0, 0, 0, 25, 26, 27);
        }
    }

    /** As torch.nn.Embedding and torch.nn.Linear have it, in float64. */
    @Test
    void outputsAndGradientAreThoseOfPyTorch() {
        NetworkSpec spec = Architectures.inputs(3)
                .layer(EMBEDDING.on(List.of(0, 2), List.of(5, 3)))
                .dense(2, "identity")
                .spec();
        float[] parameters = new float[spec.parameterCount()];
        for (int i = 0; i < 15; i++) {
            parameters[i] = (i * 7 % 11 - 5) / 8f;
        }
        for (int i = 0; i < 9; i++) {
            parameters[15 + i] = (i * 5 % 13 - 6) / 8f;
        }
        for (int i = 0; i < 14; i++) {
            parameters[24 + i] = (i * 3 % 7 - 3) / 4f;
        }
        parameters[38] = 0.5f;
        parameters[39] = -0.25f;
        float[] inputs = {4, 0.5f, 1, 0, -1, 1, 4, 2, 0, 2, 0.25f, 2};
        DataSet data = DataSet.of(inputs, 3, new float[] {1, 0, 0, 1, -1, 2, 0.5f, 0.5f}, 2);

        assertThat(LayerChecks.predict(Network.of(spec, parameters), data))
                .containsExactly(
                        new float[] {-0.0625f, -0.78125f, 0.4375f, -0.15625f, -1, -1.15625f, 0.78125f, -0.15625f},
                        within(1e-6f));
        assertThat(Arrays.copyOf(gradient(spec, parameters, data), 24))
                .containsExactly(
                        new float[] {
                            0.154296875f,
                            0.19921875f,
                            0.244140625f,
                            0,
                            0,
                            0,
                            0.09375f,
                            0.1171875f,
                            0.140625f,
                            0,
                            0,
                            0,
                            0.046875f,
                            0.359375f,
                            0.671875f,
                            -0.591796875f,
                            -0.39453125f,
                            -0.197265625f,
                            -0.36328125f,
                            -0.203125f,
                            -0.04296875f,
                            -0.123046875f,
                            -0.099609375f,
                            -0.076171875f
                        },
                        within(1e-6f));
    }

    private static float[] gradient(NetworkSpec spec, float[] parameters, DataSet data) {
        Batch batch = new Batch(data);
        batch.moveTo(WordArray.of(IntStream.range(0, data.rows()).toArray()), 0, data.rows());
        try (Trainer trainer = new Trainer(
                spec,
                parameters.clone(),
                ComponentRegistry.standard().loss("mean-squared-error"),
                ComponentRegistry.standard().optimizer("gradient-descent"),
                new Shaping(0, 0, 0, 0),
                5,
                new Execution(1, KernelChoice.SCALAR),
                data.rows())) {
            trainer.step(batch, 0, 1, 1);
            return trainer.gradient().clone();
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        LayerChecks.gradientIsThatOfFiniteDifferences(
                embedded(EMBEDDING), parameters(embedded(EMBEDDING)), data(23), 1e-2);
    }

    @Test
    void aRowThatNoneOfTheBatchHasGetsNoGradientWhateverTheGradientHeldBefore() {
        NetworkSpec spec = embedded(EMBEDDING);
        float[] gradient = gradient(spec, parameters(spec), data(23));
        assertThat(Arrays.copyOfRange(gradient, 6 * SIZE, 7 * SIZE)).containsOnly(0);
        assertThat(Arrays.copyOfRange(gradient, 5 * SIZE, 6 * SIZE)).doesNotContain(0);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3", "9000, 2"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        NetworkSpec spec = embedded(EMBEDDING);
        LayerChecks.chunksAndThreadsCannotShow(spec, parameters(spec), data(rows), threads);
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        NetworkSpec spec = embedded(EMBEDDING);
        LayerChecks.predictionIsThatOfValidation(spec, parameters(spec), unweighted(300));
    }

    @Test
    void rowsStartAtZeroOrAsWidelyAsIsSaid() {
        CategoryEmbeddingSpec usual = new CategoryEmbeddingSpec().on(List.of(0), List.of(500));
        NetworkSpec spec =
                Architectures.inputs(1).layer(usual).dense(1, "identity").spec();
        assertThat(spec.trainableCount()).isEqualTo(500 * 8 + 8 + 1);
        assertThat(Arrays.copyOf(Network.initialized(spec, 3).parameters(), 4000))
                .containsOnly(0);

        CategoryEmbeddingSpec wide = new CategoryEmbeddingSpec(8, 2, usual.columns(), usual.values());
        float[] drawn = Network.initialized(
                        Architectures.inputs(1).layer(wide).dense(1, "identity").spec(), 3)
                .parameters();
        double squares = 0;
        for (int i = 0; i < 4000; i++) {
            squares += drawn[i] * drawn[i];
        }
        assertThat(Math.sqrt(squares / 4000)).isCloseTo(2, within(0.1));
    }

    @Test
    void aSizeOfZeroFollowsTheNumberOfValues() {
        CategoryEmbeddingSpec chosen =
                new CategoryEmbeddingSpec(0, 1, Optional.of(List.of(0, 1, 2)), List.of(2, 50, 10_000));
        assertThat(List.of(chosen.sizeOf(0), chosen.sizeOf(1), chosen.sizeOf(2)))
                .containsExactly(2, 14, 278);
        assertThat(chosen.outputs(4)).isEqualTo(1 + 2 + 14 + 278);
        assertThat(chosen.tensors(4)).containsExactly(LayerTensor.of(Role.TABLE, 2 * 2 + 50 * 14 + 10_000 * 278));

        CategoryEmbeddingSpec small = new CategoryEmbeddingSpec(0, 1, Optional.of(List.of(0, 3)), List.of(7, 2));
        NetworkSpec spec = embedded(small);
        LayerChecks.gradientIsThatOfFiniteDifferences(spec, parameters(spec), data(23), 1e-2);
        LayerChecks.chunksAndThreadsCannotShow(spec, parameters(spec), data(513), 3);
    }

    @Test
    void itTrainsARowForEachValue() {
        assertThat(embedded(EMBEDDING).ranges().get(0)).isEqualTo(new ParameterRange(0, Role.TABLE, 0, 9 * SIZE));
        assertThat(embedded(EMBEDDING).placed().get(1).inputs()).isEqualTo(3 + 2 * SIZE);
    }

    @Test
    void anEmbeddingOfNumbersMayFollowAndTakesWhatIsNoIndex() {
        for (LayerSpec numbers : List.of(new NumericEmbeddingSpec(), new PeriodicEmbeddingSpec(0.1, 4, 3))) {
            NetworkSpec spec = Architectures.inputs(5)
                    .layer(EMBEDDING)
                    .layer(numbers)
                    .dense(2, "identity")
                    .spec();
            assertThat(spec.layers().get(1).columns()).contains(List.of(0, 1, 2));
            assertThat(spec.placed().get(2).inputs()).isEqualTo(numbers.outputs(3) + 2 * SIZE);
            LayerChecks.gradientIsThatOfFiniteDifferences(spec, parameters(spec), data(23), 1e-3);
        }
    }

    @Test
    void itsColumnsValuesAndPlaceAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMBEDDING.on(List.of(1, 1), List.of(2, 2)))
                .withMessage(
                        "category-embedding: columns must ascend and be at least 0, got 1 where at least 2 is due");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMBEDDING.on(List.of(1, 2), List.of(2)))
                .withMessage("category-embedding: there must be as many numbers of values as columns, 2, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMBEDDING.on(List.of(1), List.of(0)))
                .withMessage("category-embedding: a column must have 1 to 16777216 values, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CategoryEmbeddingSpec(1024, 0, Optional.of(List.of(1)), List.of(1 << 24)))
                .withMessage("category-embedding: its tables have 17179869184 numbers, more than 536870912; use a"
                        + " smaller size");
        assertRefused(
                Architectures.inputs(3).layer(EMBEDDING).dense(1, "identity"),
                "network.layers[0]: category-embedding: there are 3 inputs, the first being 0; there is no input 3");
        assertRefused(
                Architectures.inputs(3).layer(new CategoryEmbeddingSpec()).dense(1, "identity"),
                "network.layers[0]: category-embedding: does not know which inputs are indices; without a table say so:"
                        + " columns and their numbers of values");
        assertRefused(
                Architectures.inputs(5)
                        .layer(new NumericEmbeddingSpec())
                        .layer(EMBEDDING)
                        .dense(1, "identity"),
                "network.layers[1]: category-embedding must be the first layer, which sees the columns; move it to the"
                        + " front");
        assertRefused(
                Architectures.inputs(5).layer(EMBEDDING).layer(EMBEDDING).dense(1, "identity"),
                "network.layers[1]: category-embedding must be the first layer, which sees the columns; move it to the"
                        + " front");
    }

    private static void assertRefused(Architectures architecture, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(architecture::spec)
                .withMessage(message);
    }
}
