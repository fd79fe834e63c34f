// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.engine.Batch;
import dev.nn4j.core.internal.engine.Trainer;
import dev.nn4j.core.table.WordArray;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step: forward, loss, backward, update. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class TrainingStepBenchmark {
    private static final int BATCHES = 16;

    /** Network, optimizer and batch; the rows are random. */
    @Param
    public TrainingWorkload workload;

    /** How many work on a step. */
    @Param({"1", "2"})
    public int threads;

    /** By what. */
    @Param({"VECTOR", "SCALAR"})
    public KernelChoice kernels;

    /** What is done to the gradient before the update. */
    @Param({"NONE", "L2", "NORM", "CLIP_NORM"})
    public GradientTreatment treatment;

    private WordArray order;
    private float[] initial;
    private Batch batch;
    private Trainer trainer;
    private int step;

    /** Makes the rows and the trainer. */
    @Setup
    public void prepare() {
        int rows = BATCHES * workload.batchSize();
        batch = new Batch(RandomRows.of(workload.architecture(), rows));
        order = WordArray.of(IntStream.range(0, rows).toArray());
        initial = Network.initialized(workload.architecture().spec(), 1).parameters();
        trainer = new Trainer(
                workload.architecture().spec(),
                initial.clone(),
                workload.loss(),
                workload.optimizer(),
                treatment.shaping(),
                1,
                new Execution(threads, kernels),
                workload.batchSize());
    }

    /** Goes back to the initial weights, lest all is learnt and gradients vanish; allocates nothing, as a step. */
    @Setup(Level.Iteration)
    public void forget() {
        System.arraycopy(initial, 0, trainer.parameters(), 0, initial.length);
    }

    /** Ends the trainer's threads. */
    @TearDown
    public void close() {
        trainer.close();
    }

    /** One step on the next batch. */
    @Benchmark
    public double step() {
        step = (step + 1) % BATCHES;
        int first = step * workload.batchSize();
        batch.moveTo(order, first, first + workload.batchSize());
        return trainer.step(batch, workload.learningRate(), 1, step).loss();
    }
}
