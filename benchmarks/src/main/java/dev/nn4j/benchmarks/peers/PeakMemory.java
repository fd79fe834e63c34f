// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process has had, as Linux counts it. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KIBI = 1024;

    private PeakMemory() {}

    /** NaN where there is no Linux. */
    static double mebibytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return Double.NaN;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmHWM")) {
                return Integer.parseInt(line.replaceAll("\\D", "")) / KIBI;
            }
        }
        return Double.NaN;
    }
}
