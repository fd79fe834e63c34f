// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.ScalarKernels;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.PlacedLayer;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidualLayerTest {
    /**
     * From the input on, where nothing is left of the first layer in prediction; of rows that depend on each other; in each other,
     * twice from the same layer on; of dropout alone.
     */
    private static NetworkSpec blocks(double dropout) {
        return Architectures.inputs(5)
                .dropout(dropout)
                .dense(5, "tanh")
                .residual(2)
                .dense(4, "identity")
                .batchNormalization()
                .dense(3, "silu")
                .dropout(dropout)
                .dense(4, "identity")
                .residual(4)
                .dense(4, "tanh")
                .residual(1)
                .layerNormalization()
                .activation("softmax")
                .dropout(dropout)
                .residual(2)
                .batchNormalization()
                .residual(7)
                .dropout(dropout)
                .residual(1)
                .dense(2, "identity")
                .spec();
    }

    private static float[] perturbed(NetworkSpec spec) {
        return LayerChecks.perturbed(Network.initialized(spec, 11).parameters());
    }

    @Test
    void whatGoesIntoTheBlockIsAddedToWhatComesOut() {
        NetworkSpec spec = Architectures.inputs(2)
                .dense(2, "identity")
                .residual(1)
                .dense(1, "identity")
                .spec();
        float[] parameters = {2, 0, 0, 4, 0.5f, 0.25f, 1, 10, 0};
        float[] outputs = new float[1];
        Network network = Network.of(spec, parameters);
        network.predict(new float[] {3, 5}, 1, outputs, network.newScratch());

        assertThat(outputs[0]).isEqualTo(3 + 2 * 3 + 0.5f + 10 * (5 + 4 * 5 + 0.25f));
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        NetworkSpec spec = blocks(0);
        LayerChecks.gradientIsThatOfFiniteDifferences(
                spec, perturbed(spec), Rows.weighted(Rows.regression(23, 5, 2, 9)), 5e-3);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "65, 2", "513, 2", "4097, 3"})
    void chunksAndThreadsCannotShow(int rows, int threads) {
        NetworkSpec spec = blocks(0.2);
        LayerChecks.chunksAndThreadsCannotShow(
                spec, perturbed(spec), Rows.weighted(Rows.regression(rows, 5, 2, rows)), threads);
    }

    /** Without normalisation of batches, each row goes its way alone. */
    @ParameterizedTest
    @CsvSource({"65, 2", "4097, 3"})
    void norCanTheyWhereRowsAreAlone(int rows, int threads) {
        NetworkSpec spec = Architectures.inputs(5)
                .dense(5, "tanh")
                .dropout(0.2)
                .residual(2)
                .dense(5, "relu")
                .residual(1)
                .dense(2, "identity")
                .spec();
        LayerChecks.chunksAndThreadsCannotShow(spec, perturbed(spec), Rows.regression(rows, 5, 2, rows), threads);
    }

    @Test
    void aRowByItselfIsPredictedAsAmongOthersAndAsInValidation() {
        NetworkSpec spec = blocks(0.2);
        LayerChecks.predictionIsThatOfValidation(spec, perturbed(spec), Rows.regression(300, 5, 2, 9));
    }

    /** A block of no influence is a network without it. */
    @Test
    void layersBehindABlockBeginWithWhatItGives() {
        NetworkSpec within = Architectures.inputs(5)
                .dense(5, "identity")
                .residual(1)
                .dataDriven(3, "identity")
                .dense(1, "identity")
                .spec();
        NetworkSpec without = Architectures.inputs(5)
                .dataDriven(3, "identity")
                .dense(1, "identity")
                .spec();
        DataSet data = Rows.regression(200, 5, 1, 4);
        float[] inBlock = new float[within.parameterCount()];
        float[] alone = new float[without.parameterCount()];
        float[] weights = Rows.numbers(15, 7);
        System.arraycopy(weights, 0, inBlock, 30, 15);
        System.arraycopy(weights, 0, alone, 0, 15);
        start(within, inBlock, data);
        start(without, alone, data);

        assertThat(Bits.of(Arrays.copyOfRange(inBlock, 30, 45))).isEqualTo(Bits.of(Arrays.copyOf(alone, 15)));
        assertThat(alone).isNotEqualTo(Arrays.copyOf(weights, alone.length));
    }

    private static void start(NetworkSpec spec, float[] parameters, DataSet data) {
        Layers.of(spec).start(parameters, data, 1, new ScalarKernels(), Cancellation.none());
    }

    @Test
    void itHasNoNumbersAndSaysWhereItTakesItsSecondInput() {
        List<PlacedLayer> placed = blocks(0).placed();

        assertThat(placed.get(2).skip()).hasValue(PlacedLayer.INPUT);
        assertThat(placed.get(8).skip()).hasValue(3);
        assertThat(placed.get(1).skip()).isEmpty();
        assertThat(placed.get(8).parameterCount()).isZero();
    }

    @Test
    void aBlockThatCannotBeAddedIsRefusedWhereItStands() {
        assertRefused(
                Architectures.inputs(5)
                        .dense(8, "relu")
                        .dense(4, "relu")
                        .residual(1)
                        .dense(1, "identity"),
                "network.layers[1]: residual: the layers of the block make 4 numbers of 8, which cannot be added; end it"
                        + " with a dense layer of 8 units, or put one of 4 in front of it");
        assertRefused(
                Architectures.inputs(5).dense(5, "relu").residual(2).dense(1, "identity"),
                "network.layers[0]: residual: its block cannot be the 2 layers before it, of which there are 1");
        assertRefused(
                Architectures.inputs(5)
                        .dense(5, "relu")
                        .dense(5, "relu")
                        .residual(1)
                        .residual(2)
                        .dense(5, "relu")
                        .dense(1, "identity")
                        .residual(2),
                "network.layers: must end in a dense layer, which gives the output");
        assertRefused(
                Architectures.inputs(5)
                        .dense(5, "relu")
                        .dense(5, "relu")
                        .residual(2)
                        .dense(5, "relu")
                        .residual(3)
                        .dense(1, "identity"),
                "residual: its block begins within another that ends before it does; a block must hold all of another or"
                        + " nothing");
        assertRefused(
                Architectures.inputs(5).residual(1).dense(1, "identity"),
                "residual: its block cannot be the 1 layers before it, of which there are 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidualSpec(0))
                .withMessage("residual: layers must be a whole number in [1, 9999], got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> ResidualSpec.block(List.of()));
    }

    @Test
    void blocksLieInEachOtherAsDeepAsMemoryCanBe() {
        assertThat(nested(8).spec().layers()).hasSize(10);
        assertRefused(nested(9), "residual: blocks lie more than 8 deep in each other; put them one after the other");
        NetworkSpec spec = nested(8).spec();
        LayerChecks.predictionIsThatOfValidation(spec, perturbed(spec), Rows.regression(30, 2, 1, 9));
    }

    /** Many one after another, as a file might have them, take no more memory than one. */
    @Test
    void thousandsOfBlocksAreJudgedAtOnce() {
        List<LayerSpec> layers = Collections.nCopies(4999, new DropoutSpec(0.5)).stream()
                .flatMap(layer -> ResidualSpec.block(List.<LayerSpec>of(layer)).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        layers.addAll(Architectures.inputs(1).dense(1, "identity").spec().layers());
        Network network = Network.initialized(new NetworkSpec(1, layers), 1);

        float[] outputs = new float[1];
        network.predict(new float[] {0}, 1, outputs, network.newScratch());
        assertThat(outputs).containsExactly(0);
    }

    private static Architectures nested(int levels) {
        Architectures architecture = Architectures.inputs(2).dense(2, "tanh");
        for (int level = 1; level <= levels; level++) {
            architecture.residual(level);
        }
        return architecture.dense(1, "identity");
    }

    private static void assertRefused(Architectures architecture, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(architecture::spec)
                .withMessageContaining(message);
    }
}
