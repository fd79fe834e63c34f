// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A training run ends at the same weights with scalar and vector kernels, on any number of threads. */
class SameWeightsTest {
    private static final int ROWS = 4500;
    private static final int VALIDATION_ROWS = 13_000;
    private static final int[] AWKWARD_WIDTHS = {127, 1, 65, 63, 33, 31, 17, 16, 15, 8, 7};

    private final ComponentRegistry registry = ComponentRegistry.standard();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void vector_kernels_train_the_scalar_ones_weights(int threads) {
        for (int batchSize : new int[] {37, TrainingOptions.FULL_BATCH}) {
            float[] expected = weights(KernelChoice.SCALAR, 1, batchSize);
            assertThat(weights(KernelChoice.VECTOR, threads, batchSize)).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KernelChoice.class,
            names = {"SCALAR", "VECTOR"})
    void layers_of_every_awkward_width_end_at_the_same_hash(KernelChoice kernels) {
        for (int threads : new int[] {1, 2, 3, 8}) {
            float[] weights = train(awkward(), kernels, threads, TrainingOptions.FULL_BATCH);
            assertThat(hash(weights))
                    .as(threads + " threads")
                    .isEqualTo("32808dd809e002f9d3b704995e8cf64174075a90fa047bf832f658bd7d35fc8b");
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void a_virtual_thread_trains_the_same_weights() throws Exception {
        ExecutorService virtual = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try {
            List<Future<float[]>> trained = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                trained.add(virtual.submit(() -> weights(KernelChoice.VECTOR, 2, TrainingOptions.FULL_BATCH)));
            }
            float[] expected = weights(KernelChoice.SCALAR, 1, TrainingOptions.FULL_BATCH);
            for (Future<float[]> weights : trained) {
                assertThat(weights.get()).containsExactly(expected);
            }
        } finally {
            virtual.shutdownNow();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("nn4j-worker-"));
    }

    /** Chunks, and so what a thread sums on its own, differ with the number of threads. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void losses_and_accuracies_are_the_scalar_ones_of_one_thread(int threads) {
        for (int batchSize : new int[] {37, 1500, TrainingOptions.FULL_BATCH}) {
            List<EpochRecord> expected = history(KernelChoice.SCALAR, 1, batchSize);
            assertThat(history(KernelChoice.SCALAR, threads, batchSize)).isEqualTo(expected);
            assertThat(history(KernelChoice.VECTOR, threads, batchSize)).isEqualTo(expected);
        }
    }

    private List<EpochRecord> history(KernelChoice kernels, int threads, int batchSize) {
        return fit(mixed(), kernels, threads, batchSize).history().stream()
                .map(epoch -> EpochRecord.builder(epoch.epoch())
                        .loss(epoch.loss())
                        .accuracy(epoch.accuracy())
                        .validationLoss(epoch.validationLoss())
                        .validationAccuracy(epoch.validationAccuracy())
                        .learningRate(epoch.learningRate())
                        .build())
                .toList();
    }

    private float[] weights(KernelChoice kernels, int threads, int batchSize) {
        return train(mixed(), kernels, threads, batchSize);
    }

    private List<LayerSpec> mixed() {
        return List.of(
                dense(33, "relu"),
                new DropoutSpec(0.2),
                new BatchNormalizationSpec(),
                dense(65, "tanh"),
                new LayerNormalizationSpec(),
                dense(3, "softmax"));
    }

    private float[] train(List<LayerSpec> layers, KernelChoice kernels, int threads, int batchSize) {
        return fit(layers, kernels, threads, batchSize).network().parameters();
    }

    private NetworkResult fit(List<LayerSpec> layers, KernelChoice kernels, int threads, int batchSize) {
        NetworkSpec spec = new NetworkSpec(13, layers);
        TrainingOptions options =
                TrainingOptions.builder().epochs(2).batchSize(batchSize).seed(7).build();
        return NetworkTraining.of(
                        registry.loss("categorical-cross-entropy"), registry.optimizer("adam"), 0.003, options)
                .withExecution(new Execution(threads, kernels))
                .run(Network.initialized(spec, 7), data(ROWS), Optional.of(data(VALIDATION_ROWS)));
    }

    private List<LayerSpec> awkward() {
        List<LayerSpec> layers = new ArrayList<>();
        for (int width : AWKWARD_WIDTHS) {
            layers.add(dense(width, "leaky-relu"));
        }
        layers.add(dense(3, "softmax"));
        return layers;
    }

    private static String hash(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private LayerSpec dense(int units, String activation) {
        return new DenseSpec(0, units, registry.activation(activation), registry.initializer("he-normal"), true);
    }

    private static DataSet data(int rows) {
        Random random = new Random(5);
        float[] inputs = new float[rows * 13];
        float[] targets = new float[rows * 3];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        inputs[5] = -0f;
        inputs[18] = Float.MIN_VALUE;
        inputs[31] = -1e-39f;
        for (int row = 0; row < rows; row++) {
            targets[row * 3 + random.nextInt(3)] = 1;
        }
        return DataSet.of(inputs, 13, targets, 3);
    }
}
