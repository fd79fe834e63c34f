// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.engine.EvaluationPass;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private static final NetworkSpec SPEC = Architectures.inputs(7)
            .dropout(0.5)
            .dense(33, "gelu")
            .dense(17, "tanh")
            .dropout(0.2)
            .dense(3, "softmax")
            .spec();
    private static final int ROWS = 1000;
    private static final float[] INPUTS = Rows.numbers(ROWS * 7, 1);

    private static float[] predictAll(Network network) {
        float[] outputs = new float[ROWS * 3];
        network.predict(INPUTS, ROWS, outputs, network.newScratch());
        return outputs;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 255, 256, 257, 999})
    void predictingInPartsGivesTheSameBits(int part) {
        Network network = Network.initialized(SPEC, 1);
        float[] expected = predictAll(network);
        float[] outputs = new float[ROWS * 3];
        Scratch scratch = network.newScratch(KernelChoice.SCALAR);
        for (int from = 0; from < ROWS; from += part) {
            int rows = Math.min(part, ROWS - from);
            float[] some = new float[rows * 3];
            network.predict(Arrays.copyOfRange(INPUTS, from * 7, (from + rows) * 7), rows, some, scratch);
            System.arraycopy(some, 0, outputs, from * 3, some.length);
        }
        assertThat(Bits.of(outputs)).isEqualTo(Bits.of(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void outputsMayReplaceTheInputs(int rows) {
        Network network =
                Network.initialized(Architectures.inputs(5).dense(5, "relu").spec(), 1);
        float[] inputs = Rows.numbers(rows * 5, 2);
        float[] expected = new float[rows * 5];
        network.predict(inputs, rows, expected, network.newScratch());
        float[] values = inputs.clone();
        network.predict(values, rows, values, network.newScratch());
        assertThat(Bits.of(values)).isEqualTo(Bits.of(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void evaluatingOnAnyNumberOfThreadsGivesTheSameBitsAsPredicting(int threads) {
        Network network = Network.initialized(SPEC, 1);
        float[] targets = new float[ROWS * 3];
        float[] outputs = new float[ROWS * 3];
        EvaluationPass pass = new EvaluationPass(
                SPEC, network.parameters(), ComponentRegistry.standard().loss("categorical-cross-entropy"));
        DataSet data = DataSet.of(INPUTS, 7, targets, 3);
        double alone = pass.run(data, 1, (first, rows, some) -> {});
        double loss =
                pass.run(data, threads, (first, rows, some) -> System.arraycopy(some, 0, outputs, first * 3, rows * 3));
        assertThat(loss).isEqualTo(alone);
        assertThat(Bits.of(outputs)).isEqualTo(Bits.of(predictAll(network)));
    }

    @Test
    void manyThreadsMayPredictAtOnce() throws Exception {
        Network network = Network.initialized(SPEC, 1);
        int[] expected = Bits.of(predictAll(network));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<int[]> work = () -> Bits.of(predictAll(network));
            List<Future<int[]>> results = threads.invokeAll(Collections.nCopies(16, work));
            for (Future<int[]> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void parametersLieLayerByLayerWeightsBeforeBiases() {
        NetworkSpec spec = Architectures.inputs(2)
                .dense(2, "identity")
                .denseWithoutBias(1, "identity")
                .spec();
        assertThat(spec.parameterCount()).isEqualTo(8);
        // x·W + b with W = [1 2; 3 4], b = [5 6]; then [7 8].
        Network network = Network.of(spec, new float[] {1, 2, 3, 4, 5, 6, 7, 8});
        float[] outputs = new float[1];
        network.predict(new float[] {10, 100}, 1, outputs, network.newScratch());
        assertThat(outputs).containsExactly(7 * (10 + 300 + 5) + 8 * (20 + 400 + 6));
    }

    @Test
    void runningStatisticsLieBehindAllTrainedParameters() {
        NetworkSpec spec = Architectures.inputs(1)
                .layer(new BatchNormalizationSpec(0.5, 0.1))
                .denseWithoutBias(1, "identity")
                .spec();
        // Scale 6, shift 7; weight 10; mean 3, variance 3.5: 6·(x − 3)/√(3.5 + 0.5) + 7.
        Network network = Network.of(spec, new float[] {6, 7, 10, 3, 3.5f});
        float[] outputs = new float[2];
        network.predict(new float[] {5, 3}, 2, outputs, network.newScratch());
        assertThat(outputs).containsExactly(130, 70);
    }

    @Test
    void aRowOfOneUnitIsNotNormalised() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Architectures.inputs(1)
                        .layerNormalization()
                        .dense(1, "identity")
                        .spec())
                .withMessage("network.layers[0]: layer-normalization needs at least 2 units before it, of 1 it leaves"
                        + " nothing; use batch-normalization or leave it out");
    }

    @Test
    void biasesStartAtZeroAndEachLayerFromAStreamOfItsOwn() {
        NetworkSpec spec =
                Architectures.inputs(5).dense(5, "tanh").dense(5, "tanh").spec();
        float[] parameters = Network.initialized(spec, 3).parameters();
        assertThat(Arrays.copyOfRange(parameters, 25, 30)).containsOnly(0);
        assertThat(Arrays.copyOfRange(parameters, 55, 60)).containsOnly(0);
        assertThat(Arrays.copyOfRange(parameters, 0, 25)).isNotEqualTo(Arrays.copyOfRange(parameters, 30, 55));
        assertThat(Network.initialized(spec, 3).parameters()).isEqualTo(parameters);
        assertThat(Network.initialized(spec, 4).parameters()).isNotEqualTo(parameters);
    }

    @Test
    void nobodyCanChangeItsParameters() {
        NetworkSpec spec =
                Architectures.inputs(1).denseWithoutBias(1, "identity").spec();
        float[] given = {2};
        Network network = Network.of(spec, given);
        given[0] = 9;
        network.parameters()[0] = 9;
        assertThat(network.parameters()).containsExactly(2);
    }

    @Test
    void theNumberOfParametersMustFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.of(SPEC, new float[3]))
                .withMessage("network: the architecture has " + SPEC.parameterCount() + " parameters, got 3");
    }

    @Test
    void arraysThatAreTooShortAreRefused() {
        Network network = Network.initialized(SPEC, 1);
        Scratch scratch = network.newScratch();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[13], 2, new float[6], scratch))
                .withMessage("network: 2 rows of 7 inputs need an array of 14, got 13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[14], 2, new float[5], scratch))
                .withMessage("network: 2 rows of 3 outputs need an array of 6, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[14], -1, new float[5], scratch));
        network.predict(new float[0], 0, new float[0], scratch);
    }

    @Test
    void anotherNetworksScratchIsRefused() {
        Network network = Network.initialized(SPEC, 1);
        Scratch others = Network.initialized(SPEC, 2).newScratch();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[7], 1, new float[3], others))
                .withMessageContaining("the scratch is another network's");
    }

    @Test
    void widthsLayersAndParametersHaveLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.inputs(1).dense(0, "relu"))
                .withMessage("dense: outputs must be in [1, 16777216], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.inputs(1).dense((1 << 24) + 1, "relu"));
        assertRefused(
                "network: must have at least 1 input, got 0",
                Architectures.inputs(0).dense(1, "relu"));
        assertRefused(
                "network.layers: has more than 2^29 parameters; narrow the layers",
                Architectures.inputs(1).dense(1 << 20, "relu").dense(1 << 20, "relu"));
        assertRefused("network.layers: must end in a dense layer, which gives the output", Architectures.inputs(1));
    }

    @Test
    void tooManyLayersAreRefused() {
        List<LayerSpec> layers = new ArrayList<>(Collections.nCopies(10_001, new DropoutSpec(0.1)));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new NetworkSpec(1, layers))
                .withMessage("network.layers: must be at most 10000 layers, got 10001");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void aDropoutRateLiesFromZeroToBelowOne(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DropoutSpec(rate))
                .withMessage("dropout: rate must be in [0, 1), got " + rate);
    }

    private static void assertRefused(String message, Architectures architecture) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(architecture::spec)
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16})
    void inPlaceItGivesTheSameBitsWhateverIsWider(int outputs) {
        NetworkSpec spec = Architectures.inputs(5)
                .dense(9, "tanh")
                .dense(outputs, "identity")
                .spec();
        Network network = Network.initialized(spec, 3);
        float[] inputs = Rows.numbers(ROWS * 5, 4);
        float[] expected = new float[ROWS * outputs];
        network.predict(inputs, ROWS, expected, network.newScratch());
        for (int rows : new int[] {1, 255, 256, 257, 511, 512, 513, ROWS}) {
            float[] io = Arrays.copyOf(inputs, ROWS * Math.max(5, outputs));
            network.predict(io, rows, io, network.newScratch());
            assertThat(Bits.of(Arrays.copyOf(io, rows * outputs)))
                    .isEqualTo(Bits.of(Arrays.copyOf(expected, rows * outputs)));
        }
    }

    @Test
    void aScratchThatIsInUseIsRefusedAndSpoilsNothing() {
        Network network = Network.initialized(SPEC, 1);
        NetworkScratch scratch = (NetworkScratch) network.newScratch();
        scratch.enter();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> network.predict(INPUTS, 1, new float[3], scratch))
                .withMessage("scratch: it is in use by another prediction; give each thread a scratch of its own"
                        + " (newScratch())");
        scratch.leave();
        network.predict(INPUTS, 1, new float[3], scratch);
    }

    @Test
    void aScratchIsFreeAgainAfterAPredictionThatFailed() {
        Network network = Network.initialized(SPEC, 1);
        NetworkScratch scratch = (NetworkScratch) network.newScratch();
        assertThatIllegalArgumentException().isThrownBy(() -> network.predict(INPUTS, 2, new float[3], scratch));
        network.predict(INPUTS, 1, new float[3], scratch);
    }

    @Test
    void whatTwoThreadsThatMissEachOtherAtTheDoorLeaveIsSpoilt() throws InterruptedException {
        NetworkScratch scratch = (NetworkScratch) Network.initialized(SPEC, 1).newScratch();
        scratch.enter();
        Thread other = new Thread(() -> assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(scratch::leave)
                .withMessageStartingWith("scratch: two threads predicted with it at once"));
        other.start();
        other.join();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(scratch::leave);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(scratch::enter);
    }

    @Test
    void twoThreadsWithOneScratchGetRightAnswersOrAnError() throws Exception {
        Network network = Network.initialized(SPEC, 1);
        float[] expected = predictAll(network);
        Scratch shared = network.newScratch();
        Callable<Boolean> predicting = () -> {
            for (int round = 0; round < 300; round++) {
                float[] outputs = new float[ROWS * 3];
                try {
                    network.predict(INPUTS, ROWS, outputs, shared);
                } catch (IllegalStateException e) {
                    continue;
                }
                assertThat(Bits.of(outputs)).isEqualTo(Bits.of(expected));
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> each : threads.invokeAll(List.of(predicting, predicting))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(600)
    void whileOneThreadPredictsWithAScratchAnotherIsRefused() throws Exception {
        Meeting meeting = new Meeting();
        Network network =
                Network.initialized(Architectures.inputs(7).dense(3, meeting).spec(), 1);
        Scratch shared = network.newScratch();
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<float[]> first = threads.submit(() -> {
                float[] outputs = new float[3];
                network.predict(INPUTS, 1, outputs, shared);
                return outputs;
            });
            meeting.begun.await();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> network.predict(INPUTS, 1, new float[3], shared))
                    .withMessageStartingWith("scratch: it is in use by another prediction");
            meeting.end.countDown();
            float[] outputs = new float[3];
            network.predict(INPUTS, 1, outputs, network.newScratch());
            assertThat(first.get()).containsExactly(outputs);
        } finally {
            meeting.end.countDown();
            threads.shutdownNow();
        }
    }

    /** An identity that says when it has begun, and ends when it may. */
    private static final class Meeting implements Activation {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch end = new CountDownLatch(1);

        @Override
        public String name() {
            return "test:meeting";
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            System.arraycopy(z, from, a, from, to - from);
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            System.arraycopy(da, from, dz, from, to - from);
        }
    }
}
