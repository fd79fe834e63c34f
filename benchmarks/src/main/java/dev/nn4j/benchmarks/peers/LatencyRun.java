// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import dev.nn4j.benchmarks.Architecture;
import dev.nn4j.core.Network;
import dev.nn4j.core.Scratch;
import java.io.IOException;
import java.util.Arrays;

/** I1: one row at a time through the trained tutorial network, an array in, a number out. */
final class LatencyRun {
    private static final String NAME = "I1";
    private static final int FEWEST_WARM_CALLS = 5_000;
    private static final int MOST_WARM_CALLS = 400_000;
    private static final long WARM_NANOS = 4_000_000_000L;
    private static final int MOST_TIMED_CALLS = 50_000;

    private final Harness harness;
    private final Network network;
    private final Scratch scratch;
    private final float[][] rows;
    private final float[] output = new float[1];

    LatencyRun(Harness harness) throws IOException {
        this.harness = harness;
        network = harness.data().network("w1_trained", Architecture.W1);
        scratch = network.newScratch(harness.execution().kernels());
        rows = split(harness.data().values("w1_x"), Architecture.W1.inputs());
    }

    void run() {
        int warmCalls = warmUp();
        long[] nanos = new long[Math.min(MOST_TIMED_CALLS, warmCalls / 3)];
        double[] p50 = new double[harness.repetitions()];
        double[] p99 = new double[harness.repetitions()];
        for (int i = 0; i < p50.length; i++) {
            time(nanos);
            Arrays.sort(nanos);
            p50[i] = nanos[nanos.length / 2] / 1e3;
            p99[i] = nanos[(int) (nanos.length * 0.99)] / 1e3;
        }
        double sum = 0;
        for (float[] row : rows) {
            sum += predict(row);
        }
        harness.report().line(NAME, "p50", Report.median(p50), "us");
        harness.report().line(NAME, "p99", Report.median(p99), "us");
        harness.report().line(NAME, "mean_output", sum / rows.length, "-");
    }

    private int warmUp() {
        long start = System.nanoTime();
        int calls = 0;
        while (calls < FEWEST_WARM_CALLS || (System.nanoTime() - start < WARM_NANOS && calls < MOST_WARM_CALLS)) {
            predict(rows[calls++ % rows.length]);
        }
        return calls;
    }

    private void time(long[] nanos) {
        for (int i = 0; i < nanos.length; i++) {
            float[] row = rows[i % rows.length];
            long start = System.nanoTime();
            predict(row);
            nanos[i] = System.nanoTime() - start;
        }
    }

    private float predict(float[] row) {
        network.predict(row, 1, output, scratch);
        return output[0];
    }

    private static float[][] split(float[] values, int width) {
        float[][] rows = new float[values.length / width][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
        }
        return rows;
    }
}
