// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NetworkTrainingTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final NetworkSpec SPEC = Architectures.inputs(3)
            .dense(4, "tanh")
            .dropout(0.5)
            .dense(1, "sigmoid")
            .spec();
    private static final DataSet DATA = Rows.binary(23, 3, 1);
    /** So small that no weight moves. */
    private static final double FROZEN = 1e-30;

    @Test
    void historyHasARecordForEachEpochWithTheRateInForce() {
        NetworkResult fit = training(0.1, options -> options.epochs(4).schedule(new Schedules.Exponential(0.5)))
                .run(network(), DATA);
        assertThat(fit.history()).extracting(EpochRecord::epoch).containsExactly(1, 2, 3, 4);
        assertThat(fit.history()).extracting(EpochRecord::learningRate).containsExactly(0.1, 0.05, 0.025, 0.0125);
        assertThat(fit.history()).allSatisfy(record -> {
            assertThat(record.seconds().getAsDouble()).isNotNegative();
            assertThat(record.validationLoss()).isEmpty();
            assertThat(record.validationAccuracy()).isEmpty();
        });
        assertThat(fit.bestEpoch()).isEqualTo(4);
    }

    @Test
    void anEpochsLossIsThatOfItsBatchesWeightedByRows() {
        NetworkSpec line =
                Architectures.inputs(1).denseWithoutBias(1, "identity").spec();
        DataSet five = DataSet.of(new float[5], 1, new float[] {1, 2, 3, 4, 5}, 1);
        NetworkResult even = squares(options -> options.batchSize(2)).run(Network.of(line, new float[] {1}), five);
        // Means 2.5, 12.5 and 25 of 2, 2 and 1 rows.
        assertThat(even.history().get(0).loss()).isCloseTo(55 / 5.0, within(1e-12));
        assertThat(even.history().get(0).accuracy()).isEmpty();

        DataSet weighted = five.withWeights(new float[] {3, 1, 1, 0, 2});
        NetworkResult uneven =
                squares(options -> options.batchSize(2)).run(Network.of(line, new float[] {1}), weighted);
        // Weighted sums 7, 9 and 50: the weighted mean of all rows, however they are divided.
        assertThat(uneven.history().get(0).loss()).isCloseTo((7 + 9 + 50) / 7.0, within(1e-12));
    }

    @Test
    void penaltiesAreNotPartOfTheLoss() {
        NetworkSpec line =
                Architectures.inputs(1).denseWithoutBias(1, "identity").spec();
        DataSet one = DataSet.of(new float[] {1}, 1, new float[] {3}, 1);
        NetworkResult fit = squares(options -> options.l1(10).l2(10)).run(Network.of(line, new float[] {1}), one);
        assertThat(fit.history().get(0).loss()).isEqualTo(4);
    }

    @Test
    void accuracyIsTheShareOfRowsDecidedRightly() {
        NetworkSpec unit =
                Architectures.inputs(1).denseWithoutBias(1, "sigmoid").spec();
        // p > 0.5 exactly where x > 0: the second and fourth row are wrong; p = 0.5 decides for no.
        DataSet data = DataSet.of(new float[] {1, 2, -1, -2, 0}, 1, new float[] {1, 0, 0, 1, 0}, 1);
        NetworkResult fit = training(FROZEN, options -> options.epochs(1).batchSize(2))
                .run(Network.of(unit, new float[] {1}), data, Optional.of(data));
        assertThat(fit.history().get(0).accuracy()).isEqualTo(OptionalDouble.of(0.6));
        assertThat(fit.history().get(0).validationAccuracy()).isEqualTo(OptionalDouble.of(0.6));
    }

    @Test
    void ofEqualClassesTheFirstIsDecidedFor() {
        NetworkSpec unit =
                Architectures.inputs(1).denseWithoutBias(3, "softmax").spec();
        DataSet tie = DataSet.of(new float[] {1, 1}, 1, new float[] {1, 0, 0, 0, 1, 0}, 3);
        NetworkTraining training = NetworkTraining.of(
                REGISTRY.loss("categorical-cross-entropy"),
                REGISTRY.optimizer("gradient-descent"),
                FROZEN,
                TrainingOptions.builder().epochs(1).build());
        NetworkResult fit = training.run(Network.of(unit, new float[] {2, 2, 1}), tie);
        assertThat(fit.history().get(0).accuracy()).isEqualTo(OptionalDouble.of(0.5));
    }

    @Test
    void validationSeesTheNetworkAsItPredictsAtTheEndOfTheEpoch() {
        DataSet other = Rows.binary(11, 3, 9);
        NetworkResult fit = training(0.1, options -> options.epochs(2)).run(network(), DATA, Optional.of(other));
        float[] outputs = new float[11];
        fit.network().predict(other.inputs(), 11, outputs, fit.network().newScratch());
        double loss = 0;
        int right = 0;
        for (int row = 0; row < 11; row++) {
            double truth = other.targets()[row] == 1 ? outputs[row] : 1 - (double) outputs[row];
            loss -= StrictMath.log(truth) / 11;
            right += truth > 0.5 ? 1 : 0;
        }
        EpochRecord last = fit.history().get(1);
        assertThat(last.validationLoss().orElseThrow()).isCloseTo(loss, within(1e-6));
        assertThat(last.validationAccuracy()).isEqualTo(OptionalDouble.of(right / 11.0));
    }

    @Test
    void validationChangesNothingThatIsLearnt() {
        NetworkResult alone = training(0.1, options -> options.epochs(3)).run(network(), DATA);
        NetworkResult watched =
                training(0.1, options -> options.epochs(3)).run(network(), DATA, Optional.of(Rows.binary(50, 3, 9)));
        assertThat(watched.network().parameters()).isEqualTo(alone.network().parameters());
    }

    @Test
    void aLargerBatchThanTheDataIsOneBatch() {
        float[] full = training(0.1, options -> options.epochs(3).batchSize(TrainingOptions.FULL_BATCH))
                .run(network(), DATA)
                .network()
                .parameters();
        float[] exact = training(0.1, options -> options.epochs(3).batchSize(23))
                .run(network(), DATA)
                .network()
                .parameters();
        float[] huge = training(0.1, options -> options.epochs(3).batchSize(Integer.MAX_VALUE))
                .run(network(), DATA)
                .network()
                .parameters();
        assertThat(exact).isEqualTo(full);
        assertThat(huge).isEqualTo(full);
    }

    @Test
    void anotherSeedIsAnotherTraining() {
        float[] zero = training(0.1, options -> options.epochs(1))
                .run(network(), DATA)
                .network()
                .parameters();
        float[] one = training(0.1, options -> options.epochs(1).seed(1))
                .run(network(), DATA)
                .network()
                .parameters();
        assertThat(one).isNotEqualTo(zero);
    }

    @Test
    void theNetworkToStartFromStaysAsItIs() {
        Network start = network();
        float[] before = start.parameters();
        training(0.1, options -> options.epochs(1)).run(start, DATA);
        assertThat(start.parameters()).isEqualTo(before);
    }

    @Test
    void cancellingGivesUpTheRunningEpoch() {
        AtomicInteger batches = new AtomicInteger();
        // Three batches to an epoch: asked the eighth time, in the middle of the third.
        NetworkResult cancelled = training(
                        0.1, options -> options.epochs(9).batchSize(8), () -> batches.incrementAndGet() == 8)
                .run(network(), DATA);
        NetworkResult complete =
                training(0.1, options -> options.epochs(2).batchSize(8)).run(network(), DATA);
        assertThat(cancelled.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(cancelled.history()).hasSize(2);
        assertThat(cancelled.bestEpoch()).isEqualTo(2);
        assertThat(cancelled.network().parameters())
                .isEqualTo(complete.network().parameters());
    }

    @Test
    void cancellingInTheFirstEpochGivesTheStart() {
        Network start = network();
        NetworkResult cancelled = training(0.1, options -> options, () -> true).run(start, DATA);
        assertThat(cancelled.history()).isEmpty();
        assertThat(cancelled.bestEpoch()).isZero();
        assertThat(cancelled.network().parameters()).isEqualTo(start.parameters());
    }

    @Test
    void aListenerIsToldOfEveryBatchAndEpochInOrder() {
        List<String> calls = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public boolean wantsBatches() {
                return true;
            }

            @Override
            public void batchEnded(BatchProgress progress) {
                assertThat(progress.loss()).isPositive();
                assertThat(progress.accuracy()).isPresent();
                calls.add(progress.epoch() + "/" + progress.epochs() + ": " + progress.rowsDone() + " of "
                        + progress.rows());
            }

            @Override
            public void epochEnded(EpochRecord epoch) {
                calls.add("epoch " + epoch.epoch());
            }
        };
        listened(listener);
        assertThat(calls)
                .containsExactly(
                        "1/2: 10 of 23",
                        "1/2: 20 of 23",
                        "1/2: 23 of 23",
                        "epoch 1",
                        "2/2: 10 of 23",
                        "2/2: 20 of 23",
                        "2/2: 23 of 23",
                        "epoch 2");
    }

    @Test
    void batchesAreReportedOnlyWhereTheyAreWantedAndListeningChangesNothing() {
        AtomicInteger batches = new AtomicInteger();
        TrainingListener uninterested = new TrainingListener() {
            @Override
            public void batchEnded(BatchProgress progress) {
                batches.incrementAndGet();
            }
        };
        NetworkResult heard = listened(uninterested);
        assertThat(batches).hasValue(0);
        NetworkResult unheard =
                training(0.1, options -> options.epochs(2).batchSize(10)).run(network(), DATA);
        assertThat(heard.network().parameters()).isEqualTo(unheard.network().parameters());
    }

    @Test
    void whatAListenerThrowsEndsTheTraining() {
        TrainingListener failing = new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                throw new IllegalArgumentException("enough");
            }
        };
        assertThatIllegalArgumentException().isThrownBy(() -> listened(failing)).withMessage("enough");
    }

    @Test
    void dataOfAnotherWidthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(0.1, options -> options).run(network(), Rows.binary(5, 4, 1)))
                .withMessage("network training: the network takes 3 inputs and gives 1 outputs, the data has 5 rows, 4"
                        + " inputs, 1 targets");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> training(0.1, options -> options).run(network(), DATA, Optional.of(Rows.binary(5, 4, 1))))
                .withMessageContaining("the data has 5 rows, 4 inputs");
    }

    @Test
    void rowsThatAreTrustedAreNotLookedOver() {
        NetworkTraining training = training(0.1, options -> options.epochs(2));
        assertThat(training.withTrustedRows().run(network(), DATA).network().parameters())
                .isEqualTo(training.run(network(), DATA).network().parameters());

        DataSet half = DataSet.of(new float[3], 3, new float[] {-0.5f}, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> training.run(network(), half));
        assertThat(training.withTrustedRows().run(network(), half).history()).hasSize(2);
    }

    @Test
    void noRowsAreRefused() {
        DataSet none = DataSet.of(new float[0], 3, new float[0], 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(0.1, options -> options).run(network(), none))
                .withMessage("network training: the data has no rows");
    }

    @Test
    void anExceptionInAnActivationReachesTheCallerFromAnyThread() {
        NetworkSpec spec = Architectures.inputs(64)
                .dense(64, new Failing())
                .dense(1, "sigmoid")
                .spec();
        DataSet data = Rows.binary(512, 64, 1);
        NetworkTraining training =
                training(0.1, options -> options.batchSize(512)).withExecution(new Execution(3, KernelChoice.SCALAR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.run(Network.initialized(spec, 1), data))
                .withMessage("not today");
    }

    private static NetworkResult listened(TrainingListener listener) {
        return training(0.1, options -> options.epochs(2).batchSize(10))
                .withListener(listener)
                .run(network(), DATA);
    }

    private static Network network() {
        return Network.initialized(SPEC, 7);
    }

    private static NetworkTraining squares(UnaryOperator<TrainingOptionsBuilder> change) {
        return NetworkTraining.of(
                REGISTRY.loss("mean-squared-error"),
                REGISTRY.optimizer("gradient-descent"),
                FROZEN,
                change.apply(TrainingOptions.builder().epochs(1).shuffle(false)).build());
    }

    private static NetworkTraining training(double rate, UnaryOperator<TrainingOptionsBuilder> change) {
        return training(rate, change, () -> false);
    }

    private static NetworkTraining training(
            double rate, UnaryOperator<TrainingOptionsBuilder> change, BooleanSupplier cancelled) {
        return NetworkTraining.of(
                        REGISTRY.loss("binary-cross-entropy"),
                        REGISTRY.optimizer("gradient-descent"),
                        rate,
                        change.apply(TrainingOptions.builder()).build())
                .withExecution(new Execution(1, KernelChoice.SCALAR))
                .withCancellation(cancelled);
    }

    /** Fails on the last rows only, which are not the calling thread's. */
    private static final class Failing implements dev.nn4j.api.Activation {
        @Override
        public String name() {
            return "test:failing";
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            if (from > 0) {
                throw new IllegalArgumentException("not today");
            }
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {}
    }
}
