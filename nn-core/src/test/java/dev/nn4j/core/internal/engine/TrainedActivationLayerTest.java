// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.TwoSlopes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An activation with coefficients of its own is a layer that trains them. */
class TrainedActivationLayerTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final ActivationSpec TWO_SLOPES = new ActivationSpec(new TwoSlopes());

    /** In front of all, between dense layers and in a residual block. */
    private static NetworkSpec spec() {
        return Architectures.inputs(5)
                .layer(TWO_SLOPES)
                .dense(7, "identity")
                .layer(TWO_SLOPES)
                .residual(1)
                .dense(2, "identity")
                .spec();
    }

    private static float[] perturbed() {
        return LayerChecks.perturbed(Network.initialized(spec(), 11).parameters());
    }

    @Test
    void coefficientsStartAsTheActivationSaysAndHaveSlopesRate() {
        float[] parameters = Network.initialized(spec(), 1).parameters();
        assertThat(spec().ranges().get(0)).isEqualTo(new ParameterRange(0, Role.SLOPE, 0, 10));
        assertThat(Arrays.copyOf(parameters, 10)).containsExactly(0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 1, 1, 1, 1, 1);
        assertThat(trained(0)).startsWith(Arrays.copyOf(parameters, 10));
        assertThat(trained(1)).doesNotContain(0.25f).isNotEqualTo(trained(0.5));
    }

    private static float[] trained(double slopeRate) {
        return NetworkTraining.of(
                        REGISTRY.loss("mean-squared-error"),
                        REGISTRY.optimizer("adam"),
                        0.01,
                        TrainingOptions.builder().epochs(2).slopeRate(slopeRate).build())
                .withExecution(new Execution(1, KernelChoice.SCALAR))
                .run(Network.initialized(spec(), 1), Rows.regression(50, 5, 2, 9))
                .network()
                .parameters();
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        LayerChecks.gradientIsThatOfFiniteDifferences(
                spec(), perturbed(), Rows.weighted(Rows.regression(23, 5, 2, 9)), 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        LayerChecks.chunksAndThreadsCannotShow(
                spec(), perturbed(), Rows.weighted(Rows.regression(rows, 5, 2, rows)), threads);
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        DataSet data = Rows.regression(300, 5, 2, 9);
        LayerChecks.predictionIsThatOfValidation(spec(), perturbed(), data);
    }

    @Test
    void layersThatHaveNoRoomForCoefficientsRefuseIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.inputs(2).dense(1, new TwoSlopes()))
                .withMessage("dense: the activation test:two-slopes trains coefficients of its own; make it a layer"
                        + " behind this one, of type activation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParametricSpec(new TwoSlopes()))
                .withMessageStartingWith("parametric: the activation test:two-slopes trains coefficients of its own");
    }
}
