// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dense layers whose weights and biases begin with rows of the data. */
class DataDrivenStartTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final int FIRST = 6;
    private static final int SECOND = 4;
    private static final int BEHIND_FIRST = 5 * FIRST + FIRST;

    private static NetworkSpec two() {
        return Architectures.inputs(5)
                .dataDriven(FIRST, "selu")
                .dataDriven(SECOND, "identity")
                .spec();
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

    /** What the units of a layer make of the rows, without and with bias. */
    private static float[] z(float[] parameters, int layer, boolean bias, DataSet data) {
        float[] own = parameters.clone();
        int end = layer == 0 ? BEHIND_FIRST : own.length;
        int units = layer == 0 ? FIRST : SECOND;
        if (!bias) {
            Arrays.fill(own, end - units, end, 0);
        }
        NetworkSpec upTo =
                layer == 0 ? Architectures.inputs(5).dense(FIRST, "identity").spec() : two();
        return LayerChecks.predict(Network.of(upTo, Arrays.copyOf(own, end)), data);
    }

    /** Of more rows than are looked at, the deviation is near; of fewer it is that of all. */
    @Test
    void whatEachUnitMakesOfTheRowsDeviatesByOneLayerAfterLayer() {
        DataSet data = Rows.regression(3000, 5, SECOND, 9);
        float[] parameters = started(two(), data);

        for (int layer = 0; layer < 2; layer++) {
            int units = layer == 0 ? FIRST : SECOND;
            float[] z = z(parameters, layer, false, data);
            for (int j = 0; j < units; j++) {
                assertThat(deviation(z, j, units))
                        .as("layer %d unit %d", layer, j)
                        .isCloseTo(1, within(1e-4));
            }
        }
    }

    @Test
    void aBiasPutsTheZeroOfItsUnitAmongTheRows() {
        DataSet data = Rows.regression(3000, 5, SECOND, 9);
        float[] parameters = started(two(), data);
        float[] z = z(parameters, 0, true, data);

        for (int j = 0; j < FIRST; j++) {
            float[] unit = column(z, j, FIRST);
            Arrays.sort(unit);
            assertThat(unit[0]).isNegative();
            assertThat(unit[unit.length - 1]).isPositive();
        }
        assertThat(Arrays.copyOfRange(parameters, BEHIND_FIRST - FIRST, BEHIND_FIRST))
                .doesNotHaveDuplicates();
    }

    @Test
    void aUnitThatIsConstantIsNotDivided() {
        DataSet constant = DataSet.of(new float[50], 5, new float[10 * SECOND], SECOND);
        float[] parameters = started(two(), constant);

        assertThat(Arrays.copyOf(parameters, 5 * FIRST))
                .isEqualTo(Arrays.copyOf(Network.initialized(two(), 11).parameters(), 5 * FIRST));
        for (float parameter : parameters) {
            assertThat(parameter).isFinite();
        }
    }

    @Test
    void aBiasWithAnInitializerOfItsOwnKeepsWhatThatGives() {
        DenseSpec dense = new DenseSpec(
                0,
                3,
                REGISTRY.activation("identity"),
                REGISTRY.initializer("data-driven"),
                true,
                Optional.of(REGISTRY.initializer("random-normal")));
        NetworkSpec spec = new NetworkSpec(5, List.of(dense));
        float[] fresh = Network.initialized(spec, 11).parameters();
        float[] parameters = started(spec, Rows.regression(100, 5, 3, 9));

        assertThat(Arrays.copyOfRange(parameters, 15, 18))
                .isEqualTo(Arrays.copyOfRange(fresh, 15, 18))
                .doesNotContain(0)
                .doesNotHaveDuplicates();
        assertThat(Arrays.copyOf(parameters, 15)).isNotEqualTo(Arrays.copyOf(fresh, 15));
    }

    @Test
    void anInitializerOfBiasesChangesNoWeightAndNeedsABias() {
        DenseSpec plain =
                new DenseSpec(5, 3, REGISTRY.activation("identity"), REGISTRY.initializer("lecun-normal"), true);
        DenseSpec biased = new DenseSpec(
                5,
                3,
                plain.activation(),
                plain.initializer(),
                true,
                Optional.of(REGISTRY.initializer("random-normal")));
        float[] weights =
                Network.initialized(new NetworkSpec(5, List.of(plain)), 11).parameters();

        assertThat(Arrays.copyOf(
                        Network.initialized(new NetworkSpec(5, List.of(biased)), 11)
                                .parameters(),
                        15))
                .isEqualTo(Arrays.copyOf(weights, 15));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DenseSpec(5, 3, plain.activation(), plain.initializer(), false, biased.biasInitializer()))
                .withMessage("dense: has no bias that an initializer could fill; leave it out");
    }

    private static float[] column(float[] z, int j, int units) {
        float[] column = new float[z.length / units];
        for (int row = 0; row < column.length; row++) {
            column[row] = z[row * units + j];
        }
        return column;
    }

    private static double deviation(float[] z, int j, int units) {
        float[] unit = column(z, j, units);
        double mean = 0;
        for (float value : unit) {
            mean += value / (double) unit.length;
        }
        double variance = 0;
        for (float value : unit) {
            variance += (value - mean) * (value - mean) / unit.length;
        }
        return Math.sqrt(variance);
    }
}
