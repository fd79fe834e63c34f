// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.Network;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.TrainingOptions;
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
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a component, a listener or a store throws, on whatever thread, reaches who called, as it is, and no thread stays. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThrownOnHelpersTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Execution FOUR = new Execution(4, KernelChoice.SCALAR);
    /** Wide and long enough that rows and parameters are shared among threads. */
    private static final int WIDTH = 320;

    private static final DataSet DATA = Rows.regression(1024, WIDTH, WIDTH, 1);

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("unchecked"),
                new IOException("checked"),
                new InterruptedException("checked, of an interrupt that was not"),
                new Exception("checked, as plain as can be"),
                new StackOverflowError("error"),
                new ThreadDeath(),
                new Throwable("neither exception nor error"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnActivationGoingForward(Throwable thrown) {
        assertReaches(thrown, new Throwing(thrown, Place.FORWARD));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnActivationGoingBackward(Throwable thrown) {
        assertReaches(thrown, new Throwing(thrown, Place.BACKWARD));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofALoss(Throwable thrown) {
        assertReaches(thrown, new Throwing(thrown, Place.LOSS));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofALossGradient(Throwable thrown) {
        assertReaches(thrown, new Throwing(thrown, Place.GRADIENT));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnOptimizersUpdate(Throwable thrown) {
        assertReaches(thrown, new Throwing(thrown, Place.UPDATE));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnOptimizersPreparation(Throwable thrown) {
        assertReaches(thrown, new Throwing(thrown, Place.PREPARE));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnInitializer(Throwable thrown) {
        assertReaches(thrown, new Throwing(thrown, Place.INITIALIZE));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAListener(Throwable thrown) {
        Throwing nowhere = new Throwing(thrown, Place.NOWHERE);
        NetworkTraining training = training(nowhere).withListener(new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                throw unchecked(thrown);
            }
        });
        assertThat(catchThrowable(() -> training.run(Network.initialized(spec(nowhere), 1), DATA)))
                .isSameAs(thrown);
        assertNoThreadStays();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAStoreInATraining(Throwable thrown) {
        Experiment experiment = numbers().build();
        assertThat(catchThrowable(
                        () -> Training.of(experiment).withExecution(FOUR).run(table(new Store(thrown)))))
                .isSameAs(thrown);
        assertNoThreadStays();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAStoreInFolds(Throwable thrown) {
        CrossValidation validation = new CrossValidation(numbers().build(), FOUR);
        assertThat(catchThrowable(() -> validation.run(table(new Store(thrown)), 3)))
                .isSameAs(thrown);
        assertNoThreadStays();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAFoldsListener(Throwable thrown) {
        CrossValidation validation = new CrossValidation(
                numbers().build(),
                FOUR,
                fold -> {
                    throw unchecked(thrown);
                },
                () -> false);
        assertThat(catchThrowable(() -> validation.run(table(new Store(null)), 3)))
                .isSameAs(thrown);
        assertNoThreadStays();
    }

    @Test
    void aTrainingAfterOneThatFailedIsNoneTheWorse() {
        Throwing throwing = new Throwing(new IOException("once"), Place.BACKWARD);
        assertThat(catchThrowable(() -> training(throwing).run(Network.initialized(spec(throwing), 1), DATA)))
                .isInstanceOf(IOException.class);
        Throwing quiet = new Throwing(new IOException("never"), Place.NOWHERE);
        NetworkResult fit = training(quiet).run(Network.initialized(spec(quiet), 1), DATA);
        assertThat(fit.stopReason()).isEqualTo(StopReason.COMPLETED);
    }

    private static void assertReaches(Throwable thrown, Throwing throwing) {
        Throwable caught = catchThrowable(() -> training(throwing).run(Network.initialized(spec(throwing), 1), DATA));
        assertThat(caught).isSameAs(thrown);
        assertNoThreadStays();
    }

    private static void assertNoThreadStays() {
        Thread[] threads = new Thread[Thread.activeCount() + 64];
        int count = Thread.enumerate(threads);
        assertThat(Stream.of(threads).limit(count))
                .noneMatch(thread -> thread.getName().startsWith("nn4j-worker-")
                        || thread.getName().startsWith("nn-fold-"));
    }

    private static NetworkTraining training(Throwing throwing) {
        return NetworkTraining.of(
                        throwing.new OfLoss(),
                        throwing.new OfOptimizer(),
                        0.01,
                        TrainingOptions.builder().epochs(2).batchSize(1024).build())
                .withExecution(FOUR);
    }

    private static NetworkSpec spec(Throwing throwing) {
        return new NetworkSpec(
                WIDTH,
                List.of(new DenseSpec(WIDTH, WIDTH, throwing.new OfActivation(), throwing.new OfInitializer(), true)));
    }

    private static ExperimentBuilder numbers() {
        return Experiment.builder()
                .target("y")
                .dense(1, "identity")
                .loss("mean-squared-error")
                .optimizer("gradient-descent", 0.01)
                .training(options -> options.epochs(2));
    }

    private static Table table(TableStore store) {
        return Table.stored("store", List.of("x", "y"), List.of(CellType.NUMBER, CellType.NUMBER), store);
    }

    private static RuntimeException unchecked(Throwable thrown) {
        throw ThrownOnHelpersTest.<RuntimeException>cast(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T cast(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private enum Place {
        FORWARD,
        BACKWARD,
        LOSS,
        GRADIENT,
        UPDATE,
        PREPARE,
        INITIALIZE,
        NOWHERE
    }

    /** Cells that cannot be read any more from the last row on, if it throws something. */
    private record Store(@Nullable Throwable thrown) implements TableStore {
        @Override
        public int rows() {
            return 60;
        }

        @Override
        public long line(int row) {
            return row + 2L;
        }

        @Override
        public float number(int row, int place) {
            if (row == 59 && thrown != null) {
                throw unchecked(thrown);
            }
            return row * (place + 1) / 60f;
        }

        @Override
        public void numbers(int row, int place, float[] into, int at, int count) {
            for (int i = 0; i < count; i++) {
                into[at + i] = number(row, place + i);
            }
        }

        @Override
        public String text(int row, int place) {
            throw new IllegalStateException("no texts");
        }

        @Override
        public WordArray newWords(long count) {
            return WordArray.inHeap(count);
        }
    }

    /** Components that throw at one place, where they can on the rows or parameters of a helper. */
    private record Throwing(Throwable thrown, Place place, CountDownLatch helperCame) {
        Throwing(Throwable thrown, Place place) {
            this(thrown, place, new CountDownLatch(1));
        }

        void at(Place here) {
            if (here == place) {
                throw unchecked(thrown);
            }
        }

        void ofHelper(Place here) {
            if (here == place && Thread.currentThread().getName().startsWith("nn4j-worker-")) {
                helperCame.countDown();
                at(here);
            } else if (here == place) {
                awaitHelper();
            }
        }

        /** The calling thread would do the share of a helper that comes late. */
        private void awaitHelper() {
            try {
                assertThat(helperCame.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        final class OfActivation implements Activation {
            @Override
            public String name() {
                return "test:throwing";
            }

            @Override
            public void forward(float[] z, float[] a, int from, int to, int width) {
                ofHelper(Place.FORWARD);
                System.arraycopy(z, from, a, from, to - from);
            }

            @Override
            public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
                ofHelper(Place.BACKWARD);
                System.arraycopy(da, from, dz, from, to - from);
            }
        }

        final class OfInitializer implements Initializer {
            @Override
            public String name() {
                return "test:throwing";
            }

            @Override
            public void initialize(float[] parameters, int from, int inputs, int outputs, RandomStream random) {
                at(Place.INITIALIZE);
            }
        }

        final class OfLoss implements Loss {
            private final Loss squares = REGISTRY.loss("mean-squared-error");

            @Override
            public String name() {
                return "test:throwing";
            }

            @Override
            public TargetKind targets() {
                return squares.targets();
            }

            @Override
            public void loss(float[] a, float[] t, double[] rowLoss, int from, int to, int width) {
                ofHelper(Place.LOSS);
                squares.loss(a, t, rowLoss, from, to, width);
            }

            @Override
            public void gradient(float[] a, float[] t, float[] da, int from, int to, int width) {
                ofHelper(Place.GRADIENT);
                squares.gradient(a, t, da, from, to, width);
            }
        }

        final class OfOptimizer implements Optimizer {
            @Override
            public String name() {
                return "test:throwing";
            }

            @Override
            public double defaultRate() {
                return 0.01;
            }

            @Override
            public void prepare(double[] scalars, long step, double learningRate) {
                at(Place.PREPARE);
            }

            @Override
            public void update(
                    float[] parameters,
                    float[] gradient,
                    float[][] state,
                    double[] scalars,
                    int from,
                    int to,
                    long step,
                    double learningRate) {
                ofHelper(Place.UPDATE);
            }
        }
    }
}
