// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import dev.nn4j.benchmarks.Architecture;
import dev.nn4j.core.Network;
import java.io.IOException;
import java.util.Arrays;

/** startup: the harness times a process until it prints its first prediction. */
final class FirstPrediction {
    private FirstPrediction() {}

    static void print(Harness harness) throws IOException {
        Network network = harness.data().network("w1_trained", Architecture.W1);
        float[] row = new float[network.inputWidth()];
        Arrays.fill(row, 1);
        float[] output = new float[1];
        network.predict(row, 1, output, network.newScratch(harness.execution().kernels()));
        // Joining strings with + would load the machinery for it, which is no part of a prediction.
        System.out.print("FIRST ");
        System.out.println(output[0]);
        System.out.flush();
    }
}
