// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** A dense layer's three matrix products, alone in a JVM and in one that has seen other shapes before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class MatrixProductBenchmark {
    private static final String[] OTHER_SHAPES = {
        "32x30x64", "1x784x512", "16x64x64", "512x32x1", "128x512x784", "64x64x64", "512x64x32", "7x13x5", "256x256x10"
    };
    private static final long HISTORY_NANOS = 5_000_000_000L;

    /** What the JIT has seen of the kernels before the measurement; it decides once and compiles accordingly. */
    public enum History {
        /** The measured shape alone. */
        SAME_SHAPE,
        /** Small, large and thin shapes in turn, all three products. */
        MIXED_SHAPES
    }

    /** Which product. */
    @Param({"FORWARD", "INPUT_GRADIENT", "WEIGHT_GRADIENT"})
    public LayerProduct.Kind product;

    /** Rows, inputs and outputs of the layer. */
    @Param({
        "32x30x64",
        "16x64x64",
        "512x64x64",
        "512x32x1",
        "64x64x64",
        "256x256x256",
        "512x512x512",
        "128x784x512",
        "128x256x10",
        "256x1024x1024",
        "1x64x64",
        "1x784x512"
    })
    public String shape;

    /** By what. */
    @Param({"VECTOR", "SCALAR"})
    public KernelChoice kernels;

    /** What came before. */
    @Param({"SAME_SHAPE", "MIXED_SHAPES"})
    public History history;

    private Kernels loops;
    private LayerProduct measured;

    /** Counts arithmetic, so that shapes can be compared. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Arithmetic {
        /** Reported by second: GFLOP/s. */
        public double gflop;
    }

    /** Makes the operands and the JIT's history. */
    @Setup
    public void prepare() {
        loops = KernelSelection.of(kernels).get();
        if (history == History.MIXED_SHAPES) {
            multiplyOthers();
        }
        measured = LayerProduct.ofShape(product, shape);
    }

    /** One product. */
    @Benchmark
    public void multiply(Arithmetic arithmetic) {
        measured.multiply(loops);
        arithmetic.gflop += measured.operations() * 1e-9;
    }

    private void multiplyOthers() {
        List<LayerProduct> others = new ArrayList<>();
        for (String other : OTHER_SHAPES) {
            for (LayerProduct.Kind kind : LayerProduct.Kind.values()) {
                others.add(LayerProduct.ofShape(kind, other));
            }
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < HISTORY_NANOS) {
            others.forEach(other -> other.multiply(loops));
        }
    }
}
