// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import dev.nn4j.benchmarks.Architecture;
import dev.nn4j.benchmarks.TrainingWorkload;
import java.io.IOException;

/** Runs one workload of the harness and prints its lines. */
public final class Own {
    private static final String WORKLOADS = "W1, W1T, W2, W3, W4, I1, I2A, I2B, G, startup or size";

    private Own() {}

    /** Takes the workload's name; the rest comes from the harness's environment variables. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            fail("takes one argument, the workload: " + WORKLOADS);
        }
        try {
            run(arguments[0], Harness.fromEnvironment());
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void run(String workload, Harness harness) throws IOException {
        switch (workload) {
            case "W1", "W1T", "W2", "W3", "W4" -> new TrainingRun(harness, TrainingWorkload.valueOf(workload)).run();
            case "I1" -> new LatencyRun(harness).run();
            case "I2A" -> new ThroughputRun(harness, workload, Architecture.W1, "w1_trained", "w2_x", 10).run();
            case "I2B" -> new ThroughputRun(harness, workload, Architecture.W3, "w3_init", "w3_x", 1).run();
            case "G" -> new ProductRun(harness).run();
            case "startup" -> FirstPrediction.print(harness);
            case "size" -> LibrarySize.print(harness);
            default -> throw new IllegalArgumentException("unknown workload " + workload + "; there are " + WORKLOADS);
        }
    }

    private static void fail(String problem) {
        System.err.println("own: " + problem);
        System.exit(2);
    }
}
