// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract that one seed gives one model: a hash of its weights for each run, on every machine, JDK and number of
 * threads. A hash may change only with a release that says so.
 */
class SameSeedSameBitsTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private record Run(
            String name,
            NetworkSpec spec,
            String loss,
            String optimizer,
            double rate,
            DataSet data,
            Optional<DataSet> validation,
            UnaryOperator<TrainingOptionsBuilder> options,
            String hash) {
        Network train(int threads) {
            TrainingOptions chosen = options.apply(new TrainingOptionsBuilder(TrainingOptions.defaults()))
                    .build();
            return NetworkTraining.of(REGISTRY.loss(loss), REGISTRY.optimizer(optimizer), rate, chosen)
                    .withExecution(new Execution(threads, KernelChoice.AUTO))
                    .run(Network.initialized(spec, chosen.seed()), data, validation)
                    .network();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Run> runs() {
        return Stream.of(
                new Run(
                        "shuffled batches with a ragged last one, dropout, Adam",
                        Architectures.inputs(17)
                                .dense(33, "relu")
                                .dropout(0.3)
                                .dense(7, "tanh")
                                .dense(1, "sigmoid")
                                .spec(),
                        "binary-cross-entropy",
                        "adam",
                        0.01,
                        Rows.binary(203, 17, 1),
                        Optional.empty(),
                        options -> options.epochs(6).batchSize(32).seed(42),
                        "fcb0e93183b2a2849687667a03c84c25"),
                new Run(
                        "a full batch of three blocks, momentum",
                        Architectures.inputs(33)
                                .dense(33, "leaky-relu")
                                .dense(33, "relu")
                                .dense(3, "identity")
                                .spec(),
                        "mean-squared-error",
                        "momentum",
                        0.05,
                        Rows.regression(9000, 33, 3, 2),
                        Optional.empty(),
                        options -> options.epochs(3)
                                .batchSize(TrainingOptions.FULL_BATCH)
                                .seed(-7),
                        "21a3b5d5563211c1f121f7dacf7b680a"),
                new Run(
                        "awkward widths, weights, penalties, clipping, a schedule, AdamW, early stopping",
                        Architectures.inputs(7)
                                .dense(1, "softsign")
                                .dense(3, "silu")
                                .denseWithoutBias(17, "elu")
                                .dropout(0.5)
                                .dense(33, "gelu")
                                .dense(4, "softmax")
                                .spec(),
                        "categorical-cross-entropy",
                        "adamw",
                        0.02,
                        Rows.weighted(Rows.classes(515, 7, 4, 3)),
                        Optional.of(Rows.classes(100, 7, 4, 4)),
                        options -> options.epochs(8)
                                .batchSize(129)
                                .seed(Long.MAX_VALUE)
                                .l1(1e-4)
                                .l2(1e-3)
                                .clipNorm(0.5)
                                .clipValue(0.2)
                                .schedule(new Schedules.Cosine(1e-3))
                                .earlyStopping(EarlyStopping.defaults()),
                        "5cb91d7d3113c4cde5492256dea7d541"),
                new Run(
                        "wide layers, dropout over all threads, Nadam",
                        Architectures.inputs(64)
                                .dense(300, "relu")
                                .dropout(0.2)
                                .dense(257, "hard-sigmoid")
                                .dense(10, "identity")
                                .spec(),
                        "huber",
                        "nadam",
                        0.002,
                        Rows.regression(250, 64, 10, 5),
                        Optional.empty(),
                        options -> options.epochs(3).batchSize(100).seed(1),
                        "1d8c647f1c4f46290b70c7ad356bcf85"),
                new Run(
                        "batch normalisation of batches in many chunks, dropout, a last row that joins, Adam",
                        Architectures.inputs(33)
                                .batchNormalization()
                                .dense(129, "relu")
                                .batchNormalization()
                                .dropout(0.2)
                                .dense(17, "tanh")
                                .batchNormalization()
                                .dense(1, "sigmoid")
                                .spec(),
                        "binary-cross-entropy",
                        "adam",
                        0.01,
                        Rows.weighted(Rows.binary(4001, 33, 6)),
                        Optional.of(Rows.binary(700, 33, 7)),
                        options -> options.epochs(3)
                                .batchSize(1000)
                                .seed(3)
                                .l2(1e-3)
                                .earlyStopping(EarlyStopping.defaults()),
                        "379fe7449eb02736faf25e759b8c3ff6"),
                new Run(
                        "a full batch of blocks and both normalisations at awkward widths",
                        Architectures.inputs(7)
                                .layerNormalization()
                                .dense(65, "silu")
                                .batchNormalization()
                                .layerNormalization()
                                .dense(3, "elu")
                                .batchNormalization()
                                .dense(1, "relu")
                                .batchNormalization()
                                .dense(3, "identity")
                                .spec(),
                        "mean-squared-error",
                        "adamw",
                        0.01,
                        Rows.regression(9001, 7, 3, 8),
                        Optional.empty(),
                        options -> options.epochs(3)
                                .batchSize(TrainingOptions.FULL_BATCH)
                                .seed(4),
                        "6543503d244716b4e67a27e64b6d28d3"),
                new Run(
                        "layer normalisation over all threads, ragged batches, momentum",
                        Architectures.inputs(64)
                                .layerNormalization()
                                .dense(300, "relu")
                                .layerNormalization()
                                .dense(257, "gelu")
                                .layerNormalization()
                                .dense(4, "softmax")
                                .spec(),
                        "categorical-cross-entropy",
                        "momentum",
                        0.01,
                        Rows.classes(515, 64, 4, 9),
                        Optional.empty(),
                        options -> options.epochs(2).batchSize(129).seed(5),
                        "4ae8f07def6fb01402979d5ea60bad9d"),
                new Run(
                        "one row, one input, one unit",
                        Architectures.inputs(1).dense(1, "identity").spec(),
                        "mean-absolute-error",
                        "gradient-descent",
                        0.1,
                        DataSet.of(new float[] {0.7f}, 1, new float[] {0.3f}, 1),
                        Optional.empty(),
                        options -> options.epochs(5),
                        "2014236709df2e961b611396f68c6061"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void weightsAreTheSameBitsWithAnyNumberOfThreads(Run run) {
        for (int threads : new int[] {1, 2, 3, 8}) {
            assertThat(Bits.hash(run.train(threads).parameters()))
                    .as("%s, %d threads, Java %s", run, threads, Runtime.version())
                    .isEqualTo(run.hash());
        }
    }
}
