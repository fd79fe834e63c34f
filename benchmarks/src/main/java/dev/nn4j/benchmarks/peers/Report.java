// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import java.util.Arrays;
import java.util.Locale;

/** Prints the lines that the harness reads: peer, workload, metric, value, unit. */
record Report(String peer) {
    void line(String workload, String metric, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s %s %s %.6g %s%n", peer, workload, metric, value, unit);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
