// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametricLayerTest {
    private static ParametricSpec of(String activation) {
        return new ParametricSpec(ComponentRegistry.standard().activation(activation));
    }

    /** Of elements and of whole rows, behind dense layers and in front of one another. */
    private static NetworkSpec parametric() {
        return Architectures.inputs(5)
                .dense(7, "identity")
                .layer(of("tanh"))
                .layer(of("softmax"))
                .dense(2, "identity")
                .spec();
    }

    private static float[] perturbed() {
        return LayerChecks.perturbed(Network.initialized(parametric(), 11).parameters());
    }

    @Test
    void eachUnitTakesAsMuchOfTheActivationAsItsSlopeSays() {
        NetworkSpec spec =
                Architectures.inputs(1).layer(of("tanh")).dense(1, "identity").spec();
        float[] outputs = new float[3];
        float[] whole = {1, 1, 0};
        float[] half = {0.5f, 1, 0};
        float[] none = {0, 1, 0};

        assertThat(predicted(spec, whole, outputs)).isCloseTo(Math.tanh(2), within(1e-6));
        assertThat(predicted(spec, half, outputs)).isCloseTo((2 + Math.tanh(2)) / 2, within(1e-6));
        assertThat(predicted(spec, none, outputs)).isEqualTo(2);
    }

    private static double predicted(NetworkSpec spec, float[] parameters, float[] outputs) {
        Network network = Network.of(spec, parameters);
        network.predict(new float[] {2}, 1, outputs, network.newScratch());
        return outputs[0];
    }

    @Test
    void slopesStartAtOne() {
        float[] parameters = Network.initialized(parametric(), 1).parameters();
        assertThat(parametric().ranges().get(2)).isEqualTo(new ParameterRange(1, Role.SLOPE, 42, 49));
        assertThat(Arrays.copyOfRange(parameters, 42, 56)).containsOnly(1);
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        LayerChecks.gradientIsThatOfFiniteDifferences(
                parametric(), perturbed(), Rows.weighted(Rows.regression(23, 5, 2, 9)), 1e-2);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        LayerChecks.chunksAndThreadsCannotShow(
                parametric(), perturbed(), Rows.weighted(Rows.regression(rows, 5, 2, rows)), threads);
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        LayerChecks.predictionIsThatOfValidation(parametric(), perturbed(), Rows.regression(300, 5, 2, 9));
    }

    @Test
    void inFrontItIsTrainedToo() {
        NetworkSpec spec =
                Architectures.inputs(3).layer(of("selu")).dense(1, "identity").spec();
        DataSet data = Rows.regression(30, 3, 1, 9);
        float[] parameters = LayerChecks.perturbed(Network.initialized(spec, 11).parameters());
        LayerChecks.gradientIsThatOfFiniteDifferences(spec, parameters, data, 1e-2);
    }
}
