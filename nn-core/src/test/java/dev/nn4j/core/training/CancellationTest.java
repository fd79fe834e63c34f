// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ValueRange;
import dev.nn4j.core.Network;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableStore;
import dev.nn4j.core.table.WordArray;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is cancelled, or whose thread is interrupted, ends soon wherever it is, and gives the best there is. */
@Timeout(600)
class CancellationTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Execution ONE_THREAD = new Execution(1, KernelChoice.SCALAR);
    private static final NetworkSpec SPEC = new NetworkSpec(
            3,
            List.of(new DenseSpec(3, 1, REGISTRY.activation("sigmoid"), REGISTRY.initializer("xavier-uniform"), true)));
    private static final int EPOCHS = 2;
    private static final DataSet DATA = Rows.binary(40, 3, 1);

    @AfterEach
    void noInterruptIsLeftToOthers() {
        Thread.interrupted();
    }

    @Test
    void aCancelledTrainingGivesTheBestWeightsThatEarlyStoppingRestores() {
        AtomicBoolean cancelled = new AtomicBoolean();
        // no later epoch is better by so much
        NetworkTraining training = training(options -> options.epochs(50)
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(Monitor.LOSS)
                                .patience(20)
                                .minDelta(1e9)
                                .restoreBest(true)
                                .build()))
                .withListener(afterEpoch(5, () -> cancelled.set(true)))
                .withCancellation(cancelled::get);
        Network start = Network.initialized(SPEC, 1);
        NetworkResult fit = training.run(start, DATA);
        assertThat(fit.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(fit.history()).hasSize(5);
        assertThat(fit.bestEpoch()).isEqualTo(1);
        NetworkResult first = training(options -> options.epochs(1)).run(start, DATA);
        assertThat(fit.network().parameters()).isEqualTo(first.network().parameters());
    }

    @Test
    void withoutRestoringItGivesTheLastCompleteEpoch() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Network start = Network.initialized(SPEC, 1);
        NetworkResult fit = training(options -> options.epochs(50)
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(Monitor.LOSS)
                                .patience(20)
                                .minDelta(1e9)
                                .restoreBest(false)
                                .build()))
                .withListener(afterEpoch(5, () -> cancelled.set(true)))
                .withCancellation(cancelled::get)
                .run(start, DATA);
        assertThat(fit.bestEpoch()).isEqualTo(5);
        assertThat(fit.network().parameters())
                .isEqualTo(training(options -> options.epochs(5))
                        .run(start, DATA)
                        .network()
                        .parameters());
    }

    @Test
    void anInterruptCancelsAndIsLeftStanding() {
        NetworkResult fit = training(options -> options.epochs(50))
                .withListener(afterEpoch(3, () -> Thread.currentThread().interrupt()))
                .run(Network.initialized(SPEC, 1), DATA);
        assertThat(fit.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(fit.history()).hasSize(3);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aLongBatchIsGivenUpOnItsWay() {
        Slow slow = new Slow();
        NetworkSpec spec =
                new NetworkSpec(3, List.of(new DenseSpec(3, 1, slow, REGISTRY.initializer("xavier-uniform"), true)));
        Network start = Network.initialized(spec, 1);
        NetworkResult fit = training(options -> options.batchSize(TrainingOptions.FULL_BATCH))
                .withCancellation(() -> true)
                .run(start, Rows.binary(20_000, 3, 1));
        assertThat(fit.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(fit.network().parameters()).isEqualTo(start.parameters());
        assertThat(slow.calls).hasValueLessThan(5);
    }

    @Test
    void aLongValidationIsGivenUpOnItsWay() {
        Slow slow = new Slow();
        slow.wait.set(false);
        NetworkSpec spec =
                new NetworkSpec(3, List.of(new DenseSpec(3, 1, slow, REGISTRY.initializer("xavier-uniform"), true)));
        Network start = Network.initialized(spec, 1);
        AtomicBoolean cancelled = new AtomicBoolean();
        NetworkResult fit = training(options -> options.epochs(5).batchSize(4))
                .withListener(new TrainingListener() {
                    @Override
                    public boolean wantsBatches() {
                        return true;
                    }

                    @Override
                    public void batchEnded(BatchProgress progress) {
                        slow.wait.set(progress.rowsDone() == DATA.rows());
                    }
                })
                // asked in the validation for the first time that it says so
                .withCancellation(() -> cancelled.getAndSet(slow.wait.get()))
                .run(start, DATA, Optional.of(Rows.binary(50_000, 3, 2)));
        assertThat(fit.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(fit.history()).isEmpty();
        assertThat(fit.network().parameters()).isEqualTo(start.parameters());
        assertThat(slow.calls).hasValueLessThan(20);
    }

    @Test
    void whatAListenerThrowsIsNoCancellation() {
        CancellationException theirs = new CancellationException("theirs");
        assertThat(catchThrowable(() -> training(options -> options.epochs(3))
                        .withListener(afterEpoch(1, () -> {
                            throw theirs;
                        }))
                        .run(Network.initialized(SPEC, 1), DATA)))
                .isSameAs(theirs);
    }

    /** The phases lie one behind the other: the cancellation comes after this part of all reads before the first batch. */
    @ParameterizedTest
    @ValueSource(ints = {2, 15, 30, 45, 60, 75, 90, 98})
    void whereverDataArePreparedItEndsSoon(int percent) {
        for (boolean interrupt : new boolean[] {false, true}) {
            int all = readsBeforeTheFirstBatch();
            Store store = new Store(all * percent / 100, interrupt);
            Training training =
                    Training.of(experiment()).withExecution(ONE_THREAD).withCancellation(store.cancelled::get);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> training.run(store.table()));
            assertThat(store.reads.get() - all * percent / 100).isLessThan(400);
            assertThat(Thread.interrupted()).isEqualTo(interrupt);
        }
    }

    @Test
    void foldsThatAreCancelledWhileTheyArePreparedGiveThoseThatAreComplete() {
        for (boolean interrupt : new boolean[] {false, true}) {
            Store store = new Store(100, interrupt);
            CrossValidation validation =
                    new CrossValidation(experiment(), ONE_THREAD, fold -> {}, store.cancelled::get);
            assertThat(validation.folds(store.table(), 3)).isEmpty();
            assertThat(store.reads.get()).isLessThan(600);
            assertThat(Thread.interrupted()).isEqualTo(interrupt);
        }
    }

    /** Also where no cell is read: while words of rows are counted, shuffled, dealt out and gathered. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 20, 30, 40, 50, 60, 70, 80, 90, 98})
    void whereverFoldsAreDividedItEndsSoon(int percent) {
        int all = readsBeforeTheFirstFold();
        for (boolean interrupt : new boolean[] {false, true}) {
            Store store = new Store(all * percent / 100, interrupt, true);
            CrossValidation validation =
                    new CrossValidation(experiment(), ONE_THREAD, fold -> {}, store.cancelled::get);
            assertThat(validation.folds(store.table(), 3)).isEmpty();
            assertThat(store.reads.get() - all * percent / 100).isLessThan(400);
            // a thread of a fold may be the one that was interrupted
            Thread.interrupted();
        }
    }

    @Test
    void aFoldWhoseTrainingWasCancelledIsNotCompleteEvenIfNobodyAsksAnyMore() {
        AtomicInteger epochs = new AtomicInteger();
        AtomicBoolean once = new AtomicBoolean();
        CrossValidation validation = new CrossValidation(
                        experiment(),
                        ONE_THREAD,
                        fold -> {},
                        // the thread that waits for the fold must not be the one that is told
                        () -> Thread.currentThread().getName().startsWith("nn-fold-")
                                && epochs.get() == 1
                                && !once.getAndSet(true))
                .withListeners(fold -> afterEpoch(1, epochs::incrementAndGet));
        assertThat(validation.folds(new Store(-1, false).table(), 3)).isEmpty();
    }

    @Test
    void whoeverWaitsForFoldsAndIsInterruptedGetsThoseThatAreComplete() {
        Thread.currentThread().interrupt();
        List<Fold> folds = new CrossValidation(experiment(), ONE_THREAD).folds(new Store(-1, false).table(), 3);
        assertThat(folds).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Even if the next one is complete by then. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterACancellationNoFurtherFoldIsHandedOver(boolean interrupt) {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch allTrained = new CountDownLatch(3 * EPOCHS);
        List<Fold> told = new ArrayList<>();
        CrossValidation validation = new CrossValidation(
                        experiment(),
                        ONE_THREAD,
                        fold -> {
                            told.add(fold);
                            await(allTrained);
                            cancelled.set(!interrupt);
                            if (interrupt) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        cancelled::get)
                .withListeners(fold -> new TrainingListener() {
                    @Override
                    public void epochEnded(EpochRecord epoch) {
                        allTrained.countDown();
                    }
                });
        assertThat(validation.folds(new Store(-1, false).table(), 3))
                .extracting(Fold::number)
                .containsExactly(1);
        assertThat(told).hasSize(1);
        assertThat(Thread.interrupted()).isEqualTo(interrupt);
    }

    @Test
    void theTablesOfACancelledTrainingCanStillBeUsed() {
        AtomicBoolean cancelled = new AtomicBoolean();
        TrainingResult outcome = Training.of(experiment())
                .withExecution(ONE_THREAD)
                .withListener(afterEpoch(1, () -> cancelled.set(true)))
                .withCancellation(cancelled::get)
                .run(new Store(-1, false).table());
        assertThat(outcome.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(outcome.model().golden().outputs()).hasSize(5);
        assertThat(outcome.training().cancellation().isRequested()).isFalse();
        assertThat(outcome.validation().orElseThrow().cancellation().isRequested())
                .isFalse();
    }

    private static int readsBeforeTheFirstBatch() {
        Store store = new Store(-1, false);
        AtomicInteger reads = new AtomicInteger();
        Training.of(experiment())
                .withExecution(ONE_THREAD)
                .withListener(new TrainingListener() {
                    @Override
                    public boolean wantsBatches() {
                        return true;
                    }

                    @Override
                    public void batchEnded(BatchProgress progress) {
                        reads.compareAndSet(0, store.reads.get());
                    }
                })
                .run(store.table());
        return reads.get() - 4 * 3;
    }

    private static int readsBeforeTheFirstFold() {
        Store store = new Store(-1, false, true);
        AtomicInteger reads = new AtomicInteger();
        new CrossValidation(experiment(), ONE_THREAD)
                .withListeners(fold -> {
                    reads.compareAndSet(0, store.reads.get());
                    return new TrainingListener() {};
                })
                .folds(store.table(), 3);
        return reads.get();
    }

    private static Experiment experiment() {
        return Experiment.builder()
                .target("label")
                .scaling(Scaling.STANDARD)
                .dense(1, "sigmoid")
                .loss("binary-cross-entropy")
                .optimizer("gradient-descent", 0.01)
                .training(options -> options.epochs(EPOCHS)
                        .batchSize(4)
                        .validationFraction(0.1)
                        .classWeights(new ClassWeights.Balanced()))
                .build();
    }

    private static TrainingListener afterEpoch(int number, Runnable action) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                if (epoch.epoch() == number) {
                    action.run();
                }
            }
        };
    }

    private static NetworkTraining training(UnaryOperator<TrainingOptionsBuilder> change) {
        return NetworkTraining.of(
                        REGISTRY.loss("binary-cross-entropy"),
                        REGISTRY.optimizer("gradient-descent"),
                        0.1,
                        change.apply(TrainingOptions.builder()).build())
                .withExecution(ONE_THREAD);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes that time at least, whatever wakes the thread up. */
    private static void pause(long nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
    }

    /** A sigmoid that takes its time. */
    private static final class Slow implements Activation {
        final AtomicInteger calls = new AtomicInteger();
        final AtomicBoolean wait = new AtomicBoolean(true);
        private final Activation sigmoid = REGISTRY.activation("sigmoid");

        @Override
        public String name() {
            return "test:slow";
        }

        @Override
        public ValueRange range() {
            return sigmoid.range();
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            if (wait.get()) {
                calls.incrementAndGet();
                pause(250_000_000);
            }
            sigmoid.forward(z, a, from, to, width);
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            sigmoid.backward(z, a, da, dz, from, to, width);
        }
    }

    /** Cells of which each takes its time once so many were read, from when on the training is cancelled. */
    private static final class Store implements TableStore {
        final AtomicInteger reads = new AtomicInteger();
        final AtomicBoolean cancelled = new AtomicBoolean();
        private final int enough;
        private final boolean interrupt;
        private final boolean slowWords;

        Store(int enough, boolean interrupt) {
            this(enough, interrupt, false);
        }

        Store(int enough, boolean interrupt, boolean slowWords) {
            this.enough = enough;
            this.interrupt = interrupt;
            this.slowWords = slowWords;
        }

        Table table() {
            return Table.stored(
                    "store",
                    List.of("x", "y", "label"),
                    List.of(CellType.NUMBER, CellType.NUMBER, CellType.TEXT),
                    this);
        }

        private void read() {
            int now = reads.incrementAndGet();
            if (now == enough && interrupt) {
                Thread.currentThread().interrupt();
            }
            if (now == enough && !interrupt) {
                cancelled.set(true);
            }
            if (enough >= 0 && now > enough) {
                pause(3_000_000);
            }
        }

        @Override
        public int rows() {
            return 1000;
        }

        @Override
        public long line(int row) {
            return row + 2L;
        }

        @Override
        public float number(int row, int place) {
            read();
            return row * (place + 1) % 17;
        }

        @Override
        public void numbers(int row, int place, float[] into, int at, int count) {
            for (int i = 0; i < count; i++) {
                into[at + i] = number(row, place + i);
            }
        }

        @Override
        public String text(int row, int place) {
            read();
            return row % 3 == 0 ? "no" : "yes";
        }

        @Override
        public WordArray newWords(long count) {
            WordArray words = WordArray.inHeap(count);
            return slowWords ? new SlowWords(words, this) : words;
        }
    }

    /** Words of which each that is asked for takes the time of a cell. */
    private record SlowWords(WordArray words, Store store) implements WordArray {
        @Override
        public long length() {
            return words.length();
        }

        @Override
        public int get(long index) {
            store.read();
            return words.get(index);
        }

        @Override
        public void set(long index, int word) {
            words.set(index, word);
        }

        @Override
        public void read(long from, float[] into, int at, int count) {
            words.read(from, into, at, count);
        }

        @Override
        public void write(long to, float[] numbers, int from, int count) {
            words.write(to, numbers, from, count);
        }
    }
}
