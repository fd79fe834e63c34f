// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import dev.nn4j.benchmarks.Architecture;
import dev.nn4j.core.Network;
import dev.nn4j.core.Scratch;
import java.io.IOException;
import java.util.Arrays;

/** I2: batches of 1024 rows, cycling through the data; predictions are made on one thread. */
final class ThroughputRun {
    private static final int BATCH_ROWS = 1024;
    private static final int BATCHES = 98;
    private static final int WARM_PASSES = 2;

    private final Harness harness;
    private final String name;
    private final Network network;
    private final Scratch scratch;
    private final float[][] batches;
    private final float[] outputs;
    private final int calls;

    /**
     * A run.
     *
     * @param passes how many times 98 batches are taken in a timed run
     */
    ThroughputRun(Harness harness, String name, Architecture architecture, String weights, String inputs, int passes)
            throws IOException {
        this.harness = harness;
        this.name = name;
        network = harness.data().network(weights, architecture);
        scratch = network.newScratch(harness.execution().kernels());
        batches = batches(harness.data().values(inputs), BATCH_ROWS * architecture.inputs());
        outputs = new float[BATCH_ROWS * architecture.outputs()];
        calls = BATCHES * passes;
    }

    void run() {
        for (int i = 0; i < WARM_PASSES; i++) {
            predictAll();
        }
        double[] seconds = new double[harness.repetitions()];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            predictAll();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        harness.report().line(name, "rows_per_s", (double) BATCH_ROWS * calls / Report.median(seconds), "rows/s");
        harness.report().line(name, "mean_output", meanFirstOutput(), "-");
    }

    private void predictAll() {
        for (int call = 0; call < calls; call++) {
            network.predict(batches[call % batches.length], BATCH_ROWS, outputs, scratch);
        }
    }

    private double meanFirstOutput() {
        double sum = 0;
        for (float[] batch : batches) {
            network.predict(batch, BATCH_ROWS, outputs, scratch);
            for (int row = 0; row < BATCH_ROWS; row++) {
                sum += outputs[row * network.outputWidth()];
            }
        }
        return sum / batches.length / BATCH_ROWS;
    }

    private static float[][] batches(float[] values, int length) {
        float[][] batches = new float[values.length / length][];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = Arrays.copyOfRange(values, i * length, (i + 1) * length);
        }
        return batches;
    }
}
