// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.core.Network;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Predictions of one row and of batches, as an embedding program asks for them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class PredictionBenchmark {
    /** Which network. */
    @Param({"W1", "W3"})
    public Architecture network;

    /** Rows to a call. */
    @Param({"1", "32", "1024"})
    public int rows;

    /** By what. */
    @Param({"VECTOR", "SCALAR"})
    public KernelChoice kernels;

    private Network initialized;
    private Scratch scratch;
    private float[] inputs;
    private float[] outputs;

    /** Makes network and rows. */
    @Setup
    public void prepare() {
        initialized = Network.initialized(network.spec(), 1);
        scratch = initialized.newScratch(kernels);
        inputs = RandomRows.of(network, rows).inputs();
        outputs = new float[rows * network.outputs()];
    }

    /** One call. */
    @Benchmark
    public float[] predict() {
        initialized.predict(inputs, rows, outputs, scratch);
        return outputs;
    }
}
