// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.TwoSlopes;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract that one seed gives one model: a hash of its weights and one of its history for each run, on every machine,
 * JDK and number of threads. A hash may change only with a release that says so.
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
            String hash,
            String historyHash) {
        NetworkResult train(int threads) {
            TrainingOptions chosen = options.apply(TrainingOptions.builder()).build();
            return NetworkTraining.of(REGISTRY.loss(loss), REGISTRY.optimizer(optimizer), rate, chosen)
                    .withExecution(new Execution(threads, KernelChoice.AUTO))
                    .run(Network.initialized(spec, chosen.seed()), data, validation);
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
                        "fcb0e93183b2a2849687667a03c84c25",
                        "05accec6be1663579bba67ad35877614"),
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
                        "21a3b5d5563211c1f121f7dacf7b680a",
                        "1c862158c0604b222442ce8acdb12923"),
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
                        "8242af517a9428b9157337e2328d0324",
                        "ed726fe0f8ffb96c2d0cd7a2653b6b00"),
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
                        "1d8c647f1c4f46290b70c7ad356bcf85",
                        "31579c5f287e1b8bd3404d7f829c8815"),
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
                        "67ce998aca5584b7c74846c8b13c2ce9",
                        "e45a9503be61435445bf4208b5072485"),
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
                        "6543503d244716b4e67a27e64b6d28d3",
                        "9c3441e777a127d1b82b9905bea983c6"),
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
                        "4ae8f07def6fb01402979d5ea60bad9d",
                        "5dd40e2ba0f135e75f3a49f7c0e500e6"),
                new Run(
                        "embedded columns of which 16384 rows tell the edges, a factor for each, dropout",
                        Architectures.inputs(5)
                                .numericEmbedding()
                                .scale()
                                .dense(33, "selu")
                                .dropout(0.1)
                                .dense(1, "sigmoid")
                                .spec(),
                        "binary-cross-entropy",
                        "adam",
                        0.01,
                        Rows.weighted(Rows.binary(17_001, 5, 12)),
                        Optional.of(Rows.binary(500, 5, 13)),
                        options -> options.epochs(2).batchSize(5000).seed(8),
                        "39263508d56eb982238e7a576689f0f7",
                        "cacf3f17a56227ab724bff5e52c58e3b"),
                new Run(
                        "columns embedded by waves",
                        Architectures.inputs(5)
                                .layer(new PeriodicEmbeddingSpec(1, 33, 4))
                                .dense(33, "selu")
                                .dense(3, "identity")
                                .spec(),
                        "mean-squared-error",
                        "adam",
                        0.01,
                        Rows.regression(9001, 5, 3, 14),
                        Optional.of(Rows.regression(500, 5, 3, 15)),
                        options -> options.epochs(2).batchSize(5000).seed(9).embeddingRate(0.1),
                        "8faa54b199cf01dc4fbbcf5526c8742b",
                        "77c37ea0413ef61213d29f720642fecc"),
                new Run(
                        "embedded categories, numbers embedded behind them, rows of tables that decay",
                        Architectures.inputs(5)
                                .layer(new CategoryEmbeddingSpec(5, 0.5, Optional.of(List.of(1, 4)), List.of(1000, 3)))
                                .numericEmbedding()
                                .dense(33, "selu")
                                .dropout(0.1)
                                .dense(1, "sigmoid")
                                .spec(),
                        "binary-cross-entropy",
                        "adamw",
                        0.01,
                        Rows.weighted(indexed(Rows.binary(9_001, 5, 12))),
                        Optional.of(indexed(Rows.binary(500, 5, 13))),
                        options -> options.epochs(2)
                                .batchSize(5000)
                                .tableRate(0.5)
                                .decayTables(true)
                                .seed(8),
                        "08787298c41d2954db2a332001c0bd13",
                        "5bba9925369bb2a38b3ec7b360816b4d"),
                new Run(
                        "layers that begin with the data, one after the other",
                        Architectures.inputs(5)
                                .numericEmbedding()
                                .scale()
                                .dataDriven(33, "identity")
                                .layer(new ParametricSpec(REGISTRY.activation("mish")))
                                .dropout(0.1)
                                .dataDriven(17, "selu")
                                .dataDriven(3, "identity")
                                .spec(),
                        "mean-squared-error",
                        "adam",
                        0.01,
                        Rows.regression(9001, 5, 3, 14),
                        Optional.of(Rows.regression(500, 5, 3, 15)),
                        options -> options.epochs(2).batchSize(5000).seed(9),
                        "005dea10b6680b1b3fb5940c23765707",
                        "6d9e09921cf041083411a20ed71863f1"),
                new Run(
                        "a plugin's activation that trains coefficients of its own",
                        Architectures.inputs(5)
                                .dense(33, "identity")
                                .layer(new ActivationSpec(new TwoSlopes()))
                                .layerNormalization()
                                .dense(3, "identity")
                                .spec(),
                        "mean-squared-error",
                        "adamw",
                        0.01,
                        Rows.weighted(Rows.regression(9001, 5, 3, 18)),
                        Optional.of(Rows.regression(500, 5, 3, 19)),
                        options -> options.epochs(2).batchSize(5000).seed(11).slopeRate(2),
                        "0f9b742d370e93077ddaecb457161d59",
                        "3b0ed9adc4ea1c0d41693dfd48b53360"),
                new Run(
                        "residual blocks with normalisation and dropout, behind them a layer that begins with the data",
                        Architectures.inputs(5)
                                .dense(17, "identity")
                                .batchNormalization()
                                .dense(33, "relu")
                                .dropout(0.2)
                                .dense(17, "identity")
                                .dropout(0.1)
                                .residual(5)
                                .layerNormalization()
                                .dataDriven(17, "tanh")
                                .residual(2)
                                .residual(9)
                                .dataDriven(3, "identity")
                                .spec(),
                        "mean-squared-error",
                        "adam",
                        0.01,
                        Rows.weighted(Rows.regression(9001, 5, 3, 16)),
                        Optional.of(Rows.regression(500, 5, 3, 17)),
                        options -> options.epochs(2).batchSize(5000).seed(10),
                        "78539f93de44a450ff9d4db8ed25ab94",
                        "b75f32e7a2cc6a486ec2f9bb017ee0a0"),
                new Run(
                        "a full batch of six blocks, validation of five, weights",
                        Architectures.inputs(33)
                                .dense(33, "tanh")
                                .layerNormalization()
                                .dense(17, "relu")
                                .dense(1, "sigmoid")
                                .spec(),
                        "binary-cross-entropy",
                        "adam",
                        0.01,
                        Rows.weighted(Rows.binary(21_001, 33, 10)),
                        Optional.of(Rows.weighted(Rows.binary(17_000, 33, 11))),
                        options -> options.epochs(2)
                                .batchSize(TrainingOptions.FULL_BATCH)
                                .seed(6),
                        "a2098d050a40a04e4806959044c1bb35",
                        "7f708bc7428326f9f07050fa563d1c11"),
                new Run(
                        "batch normalisation of seven blocks",
                        Architectures.inputs(33)
                                .batchNormalization()
                                .dense(33, "tanh")
                                .batchNormalization()
                                .dense(3, "identity")
                                .spec(),
                        "mean-squared-error",
                        "adam",
                        0.01,
                        Rows.regression(28_000, 33, 3, 12),
                        Optional.of(Rows.regression(9000, 33, 3, 13)),
                        options -> options.epochs(2)
                                .batchSize(TrainingOptions.FULL_BATCH)
                                .seed(7),
                        "01c2c5f5f3c1e9e1c64634a5c4ec453d",
                        "074640b241ff3ea473d5f5b1c2de3cde"),
                new Run(
                        "one row, one input, one unit",
                        Architectures.inputs(1).dense(1, "identity").spec(),
                        "mean-absolute-error",
                        "gradient-descent",
                        0.1,
                        DataSet.of(new float[] {0.7f}, 1, new float[] {0.3f}, 1),
                        Optional.empty(),
                        options -> options.epochs(5),
                        "2014236709df2e961b611396f68c6061",
                        "7e583540449734ab597c296a01441165"));
    }

    /** Inputs 1 and 4 as indices below 1000 and 3, and sometimes below 0. */
    private static DataSet indexed(DataSet drawn) {
        float[] inputs = drawn.inputs().clone();
        for (int i = 0; i < inputs.length; i += 5) {
            inputs[i + 1] = (float) Math.floor(250 * (inputs[i + 1] + 2));
            inputs[i + 4] = (float) Math.floor(inputs[i + 4] + 1);
        }
        return DataSet.of(inputs, 5, drawn.targets(), drawn.targetWidth());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void weightsAndHistoryAreTheSameBitsWithAnyNumberOfThreads(Run run) {
        for (int threads : new int[] {1, 2, 3, 8}) {
            NetworkResult fit = run.train(threads);
            assertThat(List.of(Bits.hash(fit.network().parameters()), Bits.hash(history(fit))))
                    .as("%s, %d threads, Java %s", run, threads, Runtime.version())
                    .containsExactly(run.hash(), run.historyHash());
        }
    }

    private static double[] history(NetworkResult fit) {
        return fit.history().stream()
                .flatMapToDouble(epoch -> DoubleStream.of(
                        epoch.loss(),
                        epoch.accuracy().orElse(-1),
                        epoch.validationLoss().orElse(-1),
                        epoch.validationAccuracy().orElse(-1),
                        epoch.learningRate()))
                .toArray();
    }
}
