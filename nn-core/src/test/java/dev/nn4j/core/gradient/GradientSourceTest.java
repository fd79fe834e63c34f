// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever computes the gradients of a batch's blocks, the training comes out the same. */
class GradientSourceTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final long SEED = 20261130;
    private static final NetworkSpec SPEC = Architectures.inputs(3)
            .numericEmbedding()
            .dense(5, "tanh")
            .dropout(0.3)
            .dense(1, "sigmoid")
            .spec();
    /** Five blocks of a batch and one of a second batch. */
    private static final DataSet DATA = Rows.weighted(Rows.binary(21_000, 3, 1));

    private static final int BATCH = 5 * BatchPart.BLOCK_ROWS - 100;

    private static final TrainingOptions OPTIONS = TrainingOptions.builder()
            .epochs(2)
            .batchSize(BATCH)
            .seed(SEED)
            .l2(0.001)
            .clipNorm(1)
            .labelSmoothing(0.1)
            .dropoutSchedule(new StepSchedules.FlatCosine())
            .averageWeights(0.9)
            .build();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2"})
    void blocksThatSeveralMachinesComputeInAnyOrderGiveTheSameBits(int machines, int threads) {
        NetworkResult here = training(SPEC).run(Network.initialized(SPEC, SEED), DATA, Optional.of(DATA));
        try (Machines others = new Machines(machines, threads)) {
            NetworkResult there =
                    training(SPEC).withGradients(others).run(Network.initialized(SPEC, SEED), DATA, Optional.of(DATA));
            assertThat(Bits.hash(there.network().parameters()))
                    .isEqualTo(Bits.hash(here.network().parameters()));
            assertThat(there.history())
                    .extracting(epoch -> epoch.withoutTime().toString())
                    .isEqualTo(here.history().stream()
                            .map(epoch -> epoch.withoutTime().toString())
                            .toList());
        }
    }

    @Test
    void aLayerThatCouplesRowsIsRefused() {
        NetworkSpec coupled =
                Architectures.inputs(3).batchNormalization().dense(1, "sigmoid").spec();
        NetworkTraining training = training(coupled).withGradients((batch, parameters, gradient) -> {
            throw new AssertionError("is not asked");
        });
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training.run(Network.initialized(coupled, SEED), DATA))
                .withMessage("network.layers: a layer's results depend on all rows of a batch, so gradients cannot be"
                        + " computed by blocks; use layer-normalization in place of batch-normalization");
    }

    @Test
    void aLossThatIsNotFiniteIsExplainedHere() {
        NetworkTraining training =
                training(SPEC).withGradients((batch, parameters, gradient) -> new BatchLoss(Double.NaN, 0));
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> training.run(Network.initialized(SPEC, SEED), DATA))
                .withMessageContaining("epoch 1, batch 1");
    }

    @Test
    void aPartIsWholeBlocksOfItsBatch() {
        WordArray rows = WordArray.inHeap(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchPart(1, rows, 0, 10, 100, 10))
                .withMessage("batch part: must begin at a multiple of 4096 rows of its batch, got 100; cut the batch in"
                        + " whole blocks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchPart(1, rows, 5, 5, 0, 10))
                .withMessage("batch part: must have 1 to 4096 rows, got [5, 5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingBatch(1, rows, 0, 10, 10).block(1))
                .withMessage("batch: block must be in [0, 0], got 1");
    }

    private static NetworkTraining training(NetworkSpec spec) {
        assertThat(spec.outputWidth()).isEqualTo(1);
        return NetworkTraining.of(REGISTRY.loss("binary-cross-entropy"), REGISTRY.optimizer("adam"), 0.01, OPTIONS);
    }

    /** Several that compute blocks in an order of their own. */
    private static final class Machines implements GradientSource, AutoCloseable {
        private final List<BlockGradient> machines = new ArrayList<>();
        private final Random random = new Random(SEED);

        Machines(int count, int threads) {
            for (int i = 0; i < count; i++) {
                machines.add(BlockGradient.of(
                        SPEC,
                        REGISTRY.loss("binary-cross-entropy"),
                        OPTIONS,
                        new Execution(threads, KernelChoice.SCALAR)));
            }
        }

        @Override
        public BatchLoss gradient(TrainingBatch batch, float[] parameters, float[] gradient) {
            GradientSum sum = new GradientSum(batch.blocks());
            List<Integer> order = new ArrayList<>();
            for (int block = 0; block < batch.blocks(); block++) {
                order.add(block);
            }
            Collections.shuffle(order, random);
            for (int block : order) {
                float[] share = new float[gradient.length];
                BatchPart part = batch.block(block);
                BatchLoss loss = machines.get(random.nextInt(machines.size()))
                        .compute(DATA, part, batch.dropoutFactor(), parameters, share);
                sum.add(part.block(), share, loss);
            }
            return sum.total(gradient);
        }

        @Override
        public void close() {
            machines.forEach(BlockGradient::close);
        }
    }

    @Test
    void rowsThatTheDataLacksAndClosedOnesAreRefused() {
        WordArray rows = WordArray.inHeap(2);
        rows.set(1, 30);
        BatchPart part = new BatchPart(1, rows, 0, 2, 0, 2);
        BlockGradient blocks = BlockGradient.of(
                SPEC, REGISTRY.loss("binary-cross-entropy"), SEED, new Execution(1, KernelChoice.SCALAR));
        float[] parameters = new float[SPEC.parameterCount()];
        float[] gradient = new float[SPEC.trainableCount()];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocks.compute(Rows.binary(30, 3, 1), part, parameters, gradient))
                .withMessage(
                        "block gradient: the part names row 30, but the data has 30 rows; name rows by their places"
                                + " in this data");
        blocks.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> blocks.compute(DATA, part, parameters, gradient))
                .withMessage("block gradient: it is closed; make another");
    }

    /** Else its rates of dropout would be others than the training's, and nobody would know. */
    @Test
    void whereDropoutHasAScheduleItsFactorIsAskedFor() {
        BatchPart part = new BatchPart(1, WordArray.inHeap(2), 0, 2, 0, 2);
        float[] parameters = new float[SPEC.parameterCount()];
        float[] gradient = new float[SPEC.trainableCount()];
        try (BlockGradient blocks = BlockGradient.of(
                SPEC, REGISTRY.loss("binary-cross-entropy"), OPTIONS, new Execution(1, KernelChoice.SCALAR))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> blocks.compute(DATA, part, parameters, gradient))
                    .withMessage("block gradient: the training's dropoutSchedule gives each step a factor of its own;"
                            + " give that of the batch, TrainingBatch.dropoutFactor()");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> blocks.compute(DATA, part, 1.5, parameters, gradient))
                    .withMessage("block gradient: the factor of dropout must be in [0, 1], got 1.5");
        }
    }

    @Test
    void whatASourceGivesIsChecked() {
        NetworkTraining training =
                training(SPEC).withGradients((batch, parameters, gradient) -> new BatchLoss(1, 1 << 30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.run(Network.initialized(SPEC, SEED), DATA))
                .withMessage("network training: the gradient source must give 0 to 20380 correct rows, got 1073741824");
    }
}
