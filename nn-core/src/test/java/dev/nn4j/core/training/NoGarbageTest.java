// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.internal.engine.Batch;
import dev.nn4j.core.internal.engine.Trainer;
import dev.nn4j.core.internal.flight.EpochFlight;
import dev.nn4j.core.internal.rules.LabelSmoothing;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.MixedModel;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.TwoSlopes;
import dev.nn4j.core.table.WordArray;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step of training and a prediction with the caller's scratch memory allocate nothing. */
class NoGarbageTest {
    private static final int WARM_UP = 5_000;
    private static final int MEASURED = 5_000;
    private static final int MEASUREMENTS = 20;
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2})
    void aTrainingStepAllocatesNothing(double dropout) {
        NetworkSpec spec = Architectures.inputs(8)
                .dense(16, "relu")
                .dropout(dropout)
                .dense(4, "tanh")
                .dense(1, "sigmoid")
                .spec();
        DataSet data = Rows.weighted(Rows.binary(64, 8, 1));
        WordArray order = WordArray.of(IntStream.range(0, 64).toArray());
        try (Trainer trainer = new Trainer(
                spec,
                Network.initialized(spec, 1).parameters(),
                REGISTRY.loss("binary-cross-entropy"),
                REGISTRY.optimizer("adam"),
                new Shaping(1e-4, 1e-4, 1, 1),
                1,
                new Execution(1, KernelChoice.AUTO),
                32)) {
            Batch batch =
                    new Batch(data, Cancellation.none(), LabelSmoothing.of(TargetKind.BINARY, 0.1, data.targetWidth()));
            assertAllocatesNothing(step -> {
                int from = step % 2 * 32;
                batch.moveTo(order, from, from + 32);
                trainer.step(batch, 0.001, 1, 1);
            });
        }
    }

    @Test
    void aTrainingStepWithNormalisationAllocatesNothing() {
        NetworkSpec spec = Architectures.inputs(8)
                .layer(new CategoryEmbeddingSpec().on(List.of(2, 5), List.of(3, 9)))
                .layer(new PeriodicEmbeddingSpec())
                .scale()
                .batchNormalization()
                .layer(new ParametricSpec(REGISTRY.activation("tanh")))
                .dense(16, "relu")
                .layerNormalization()
                .activation("gelu")
                .residual(2)
                .layer(new ActivationSpec(new TwoSlopes()))
                .dense(1, "sigmoid")
                .spec();
        WordArray order = WordArray.of(IntStream.range(0, 64).toArray());
        try (Trainer trainer = new Trainer(
                spec,
                Network.initialized(spec, 1).parameters(),
                REGISTRY.loss("binary-cross-entropy"),
                REGISTRY.optimizer("adam"),
                new Shaping(1e-4, 1e-4, 1, 1),
                1,
                new Execution(1, KernelChoice.AUTO),
                32)) {
            Batch batch = new Batch(Rows.binary(64, 8, 1));
            assertAllocatesNothing(step -> {
                int from = step % 2 * 32;
                batch.moveTo(order, from, from + 32);
                trainer.step(batch, 0.001, 1, 1);
            });
        }
    }

    @Test
    void validationAllocatesNothing() {
        NetworkSpec spec = Architectures.inputs(8)
                .layer(new CategoryEmbeddingSpec().on(List.of(2, 5), List.of(3, 9)))
                .numericEmbedding()
                .scale()
                .dense(16, "relu")
                .batchNormalization()
                .layerNormalization()
                .dense(3, "softmax")
                .spec();
        Batch batch = new Batch(Rows.classes(40, 8, 3, 1));
        batch.moveTo(WordArray.of(IntStream.range(0, 40).toArray()), 0, 40);
        try (Trainer trainer = new Trainer(
                spec,
                Network.initialized(spec, 1).parameters(),
                REGISTRY.loss("categorical-cross-entropy"),
                REGISTRY.optimizer("adam"),
                new Shaping(0, 0, 0, 0),
                1,
                new Execution(1, KernelChoice.AUTO),
                40)) {
            assertAllocatesNothing(step -> trainer.evaluate(batch));
        }
    }

    /** Whether Flight Recorder was started in this process by another test or not. */
    @Test
    void whatFlightRecorderIsToldOfStepsAllocatesNothing() {
        EpochFlight flight = new EpochFlight(true);
        assertAllocatesNothing(step -> {
            flight.epochBegins();
            flight.stepBegins();
            flight.stepEnded(1, step, 32);
            flight.validationBegins();
            flight.validationEnded(1, 40);
            flight.epochEnded(1, 32, 0.5, Double.NaN);
        });
    }

    @Test
    void aPredictionAllocatesNothing() {
        Network network = Network.initialized(
                Architectures.inputs(8)
                        .layer(new CategoryEmbeddingSpec().on(List.of(2, 5), List.of(3, 9)))
                        .layer(new PeriodicEmbeddingSpec())
                        .scale()
                        .batchNormalization()
                        .dense(16, "gelu")
                        .layerNormalization()
                        .activation("relu")
                        .residual(2)
                        .dense(3, "softmax")
                        .spec(),
                1);
        float[] inputs = Rows.numbers(8 * 5, 1);
        float[] outputs = new float[3 * 5];
        var scratch = network.newScratch();
        assertAllocatesNothing(step -> network.predict(inputs, 1 + step % 5, outputs, scratch));
    }

    @Test
    void aPredictionFromRawRowsOfMixedColumnsAllocatesNothing() {
        Model model = MixedModel.create();
        float[] rows = MixedModel.rows(5);
        float[] outputs = new float[MixedModel.OUTPUTS * 5];
        var scratch = model.newScratch();
        assertAllocatesNothing(step -> model.predict(rows, 1 + step % 5, outputs, scratch));
    }

    @Test
    void thePredictionOfAnEnsembleAndItsSpreadAllocateNothing() {
        Model one = MixedModel.create();
        Model model = Model.builder(one.schema(), List.of(one.network(), one.network(), one.network()), one.loss())
                .inputScaler(one.inputScaler())
                .build();
        float[] rows = MixedModel.rows(5);
        float[] outputs = new float[MixedModel.OUTPUTS * 5];
        float[] spread = new float[MixedModel.OUTPUTS * 5];
        var scratch = model.newScratch();
        assertAllocatesNothing(step -> {
            model.predict(rows, 1 + step % 5, outputs, scratch);
            model.predict(rows, 1 + step % 5, outputs, spread, scratch);
        });
    }

    /** Optimizers do not change: one of another decay is made for each step in which it changes, and nothing else. */
    @Test
    void aStepWithDropoutAndDecayOnTheirCourseAllocatesNoMoreThanAnOptimizer() {
        NetworkSpec spec = Architectures.inputs(8)
                .dense(64, "relu")
                .dropout(0.3)
                .dense(1, "sigmoid")
                .spec();
        WordArray order = WordArray.of(IntStream.range(0, 64).toArray());
        try (Trainer trainer = new Trainer(
                spec,
                Network.initialized(spec, 1).parameters(),
                REGISTRY.loss("binary-cross-entropy"),
                REGISTRY.optimizer("adamw"),
                new Shaping(0, 0, 0, 0),
                1,
                new Execution(1, KernelChoice.AUTO),
                64)) {
            Batch batch = new Batch(Rows.binary(64, 8, 1));
            batch.moveTo(order, 0, 64);
            double[] course = course();
            assertAllocatesNothing(step -> {
                double factor = course[step];
                trainer.scale(1, factor);
                trainer.step(batch, 0.001 * factor, 1, 1);
            });
            assertThat(allocated(step -> {
                        trainer.scale(course[step], 1);
                        trainer.step(batch, 0.001, 1, 1);
                    }))
                    .as("bytes a step")
                    .isLessThan(256);
        }
    }

    /** Known beforehand: on newer JDKs StrictMath.cos makes an array of two doubles, which is no garbage of ours. */
    private static double[] course() {
        StepSchedules.CosLog schedule = new StepSchedules.CosLog();
        double[] factors = new double[Math.max(WARM_UP, MEASURED)];
        Arrays.setAll(factors, step -> schedule.factor((double) step / factors.length));
        return factors;
    }

    private interface Work {
        void run(int step);
    }

    private static void assertAllocatesNothing(Work work) {
        assertThat(allocated(work)).as("bytes a step").isLessThan(1);
    }

    /** The least of several measurements: garbage of the steps is in all of them, what the JIT's work leaves is not. */
    private static double allocated(Work work) {
        double least = Double.POSITIVE_INFINITY;
        for (int measurement = 0; measurement < MEASUREMENTS && least >= 1; measurement++) {
            least = Math.min(least, allocatedAtOnce(work));
        }
        return least;
    }

    private static double allocatedAtOnce(Work work) {
        for (int step = 0; step < WARM_UP; step++) {
            work.run(step);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < MEASURED; step++) {
            work.run(step);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        return (double) allocated / MEASURED;
    }
}
