// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleLayerTest {
    /** In front and between layers. */
    private static NetworkSpec scaled() {
        return Architectures.inputs(5)
                .layer(new ScaleSpec())
                .dense(7, "tanh")
                .layer(new ScaleSpec())
                .dense(2, "identity")
                .spec();
    }

    private static float[] perturbed() {
        return LayerChecks.perturbed(Network.initialized(scaled(), 11).parameters());
    }

    @Test
    void atTheStartItChangesNothing() {
        NetworkSpec without = Architectures.inputs(5).dense(2, "identity").spec();
        NetworkSpec with = Architectures.inputs(5)
                .dense(2, "identity")
                .layer(new ScaleSpec())
                .dense(2, "identity")
                .spec();
        float[] parameters = Network.initialized(with, 11).parameters();
        float[] dense = Arrays.copyOf(parameters, without.parameterCount());
        Arrays.fill(parameters, dense.length + 2, parameters.length, 0);
        parameters[dense.length + 2] = 1;
        parameters[dense.length + 5] = 1;
        DataSet data = Rows.regression(20, 5, 2, 9);

        assertThat(Bits.of(LayerChecks.predict(Network.of(with, parameters), data)))
                .isEqualTo(Bits.of(LayerChecks.predict(Network.of(without, dense), data)));
    }

    @Test
    void itTrainsAFactorForEachUnit() {
        assertThat(scaled().ranges().get(0)).isEqualTo(new ParameterRange(0, Role.SCALE, 0, 5));
        assertThat(Network.initialized(scaled(), 1).parameters()).startsWith(1, 1, 1, 1, 1);
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        LayerChecks.gradientIsThatOfFiniteDifferences(
                scaled(), perturbed(), Rows.weighted(Rows.regression(23, 5, 2, 9)), 1e-2);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        LayerChecks.chunksAndThreadsCannotShow(
                scaled(), perturbed(), Rows.weighted(Rows.regression(rows, 5, 2, rows)), threads);
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        LayerChecks.predictionIsThatOfValidation(scaled(), perturbed(), Rows.regression(300, 5, 2, 9));
    }
}
