// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericEmbeddingLayerTest {
    private static final int BINS = 6;
    private static final int SIZE = 3;
    private static final NumericEmbeddingSpec EMBEDDING =
            new NumericEmbeddingSpec("piecewise", BINS, SIZE, Optional.of(List.of(0, 3, 4)));

    /** Of five inputs three are embedded. */
    private static NetworkSpec embedded() {
        return embedded(EMBEDDING);
    }

    private static NetworkSpec embedded(NumericEmbeddingSpec embedding) {
        return Architectures.inputs(5)
                .layer(embedding)
                .dense(4, "tanh")
                .dense(2, "identity")
                .spec();
    }

    /** Input 3 has two values, input 4 one, so that it has no bins. */
    private static DataSet data(int rows) {
        DataSet drawn = Rows.regression(rows, 5, 2, 9);
        float[] inputs = drawn.inputs().clone();
        for (int row = 0; row < rows; row++) {
            inputs[5 * row + 3] = row % 3 == 0 ? 1 : -0.5f;
            inputs[5 * row + 4] = 2;
        }
        return Rows.weighted(DataSet.of(inputs, 5, drawn.targets(), 2));
    }

    private static float[] started(NetworkSpec spec, DataSet data) {
        float[] parameters = Network.initialized(spec, 11).parameters();
        Layers.of(spec)
                .start(
                        parameters,
                        data,
                        4,
                        KernelSelection.of(KernelChoice.SCALAR).get(),
                        Cancellation.none());
        return parameters;
    }

    /** Edges as the data has them, all else moved. */
    private static float[] moved(NetworkSpec spec, DataSet data) {
        float[] parameters = started(spec, data);
        float[] perturbed = LayerChecks.perturbed(parameters);
        System.arraycopy(perturbed, 0, parameters, 0, spec.trainableCount());
        return parameters;
    }

    @Test
    void eachColumnBecomesAPiecewiseLinearFunctionOfSeveralNumbersAndTheOthersFollow() {
        NetworkSpec spec =
                Architectures.inputs(5).layer(EMBEDDING).dense(11, "identity").spec();
        float[] parameters = moved(spec, data(200));
        int edges = spec.trainableCount();
        int weight = 3 * (2 + BINS) * SIZE;
        for (int i = weight; i < edges; i++) {
            parameters[i] = i < weight + 11 * 11 && (i - weight) % 12 == 0 ? 1 : 0;
        }
        DataSet rows = data(40);
        float[] inputs = rows.inputs();
        inputs[0] = -9; // beyond the edges
        inputs[5] = 9;
        float[] found = new float[11 * rows.rows()];
        Network network = Network.of(spec, parameters);
        network.predict(inputs, rows.rows(), found, network.newScratch());

        int[] columns = {0, 3, 4};
        for (int row = 0; row < rows.rows(); row++) {
            for (int c = 0; c < columns.length; c++) {
                for (int k = 0; k < SIZE; k++) {
                    assertThat((double) found[11 * row + SIZE * c + k])
                            .isCloseTo(expected(parameters, edges, c, k, inputs[5 * row + columns[c]]), within(1e-4));
                }
            }
            assertThat(found[11 * row + 9]).isEqualTo(inputs[5 * row + 1]);
            assertThat(found[11 * row + 10]).isEqualTo(inputs[5 * row + 2]);
        }
    }

    /** x·a + c + Σ V_t·u_t, as the description of the layer has it. */
    private static double expected(float[] p, int edges, int column, int k, double x) {
        int at = column * (2 + BINS) * SIZE + k;
        double sum = x * p[at] + p[at + SIZE];
        int edge = edges + column * (BINS + 1);
        int used = 0;
        while (used < BINS && p[edge + used + 1] > p[edge + used]) {
            used++;
        }
        assertThat(used).isEqualTo(column == 2 ? 0 : BINS / 2);
        for (int t = 0; t < used; t++) {
            double u = (x - p[edge + t]) / ((double) p[edge + t + 1] - p[edge + t]);
            u = t > 0 ? Math.max(0, u) : u;
            u = t < used - 1 ? Math.min(1, u) : u;
            sum += p[at + (2 + t) * SIZE] * u;
        }
        return sum;
    }

    @Test
    void withoutDataThereAreNoBinsAndAColumnIsAStraightLine() {
        NetworkSpec spec = Architectures.inputs(1)
                .layer(new NumericEmbeddingSpec())
                .dense(1, "identity")
                .spec();
        Network network = Network.initialized(spec, 3);
        float[] outputs = new float[3];
        network.predict(new float[] {-1, 0, 1}, 3, outputs, network.newScratch());

        assertThat(outputs[0] + outputs[2]).isCloseTo(2 * outputs[1], within(1e-6f));
        assertThat(outputs[0]).isNotEqualTo(outputs[2]);
        assertThat(network.startsFromData()).isTrue();
        assertThat(Network.of(spec, network.parameters()).startsFromData()).isFalse();
    }

    @Test
    void itTrainsARowForTheSlopeTheShiftAndEachBinAndKeepsTheEdges() {
        NetworkSpec spec = embedded();
        assertThat(spec.ranges().get(0)).isEqualTo(new ParameterRange(0, Role.EMBEDDING, 0, 3 * (2 + BINS) * SIZE));
        assertThat(spec.parameterCount() - spec.trainableCount()).isEqualTo(3 * (BINS + 1));
        assertThat(spec.placed().get(1).inputs()).isEqualTo(3 * SIZE + 2);
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        DataSet data = data(23);
        LayerChecks.gradientIsThatOfFiniteDifferences(embedded(), moved(embedded(), data), data, 1e-2);
    }

    @Test
    void theGradientIsRightWhereTheOnlyBinIsOpenAtBothEnds() {
        NetworkSpec spec = embedded(new NumericEmbeddingSpec("piecewise", 2, 2, Optional.of(List.of(1, 2))));
        DataSet data = data(23);
        LayerChecks.gradientIsThatOfFiniteDifferences(spec, moved(spec, data(5)), data, 1e-2);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3", "9000, 2"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        DataSet data = data(rows);
        LayerChecks.chunksAndThreadsCannotShow(embedded(), moved(embedded(), data), data, threads);
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        LayerChecks.predictionIsThatOfValidation(
                embedded(), moved(embedded(), data(100)), Rows.regression(300, 5, 2, 9));
    }

    @Test
    void itsColumnsAndItsPlaceAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMBEDDING.on(List.of(1, 1)))
                .withMessage("numeric-embedding: columns must ascend and be at least 0, got 1 where at least 2 is due");
        Architectures beyond = Architectures.inputs(3).layer(EMBEDDING).dense(1, "identity");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(beyond::spec)
                .withMessage("network.layers[0]: numeric-embedding: there are 3 inputs, the first being 0; there is no"
                        + " input 4");
        Architectures second =
                Architectures.inputs(5).dense(5, "relu").layer(EMBEDDING).dense(1, "identity");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(second::spec)
                .withMessage(
                        "network.layers[1]: numeric-embedding must be the first layer, which sees the columns; move"
                                + " it to the front");
    }
}
