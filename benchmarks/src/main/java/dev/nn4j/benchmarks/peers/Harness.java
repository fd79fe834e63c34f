// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the harness asks for.
 *
 * @param data its data files
 * @param repetitions timed runs after the warm-up
 * @param execution threads, and the kernels that the system property {@code kernels} names
 * @param report where results go
 */
record Harness(PeerData data, int repetitions, Execution execution, Report report) {
    static Harness fromEnvironment() {
        Path cache = Path.of(variable("PEERS_CACHE", "/var/tmp/peers-cache"));
        int threads = number("PEERS_THREADS", "1");
        String kernels = System.getProperty("kernels", "auto").toUpperCase(Locale.ROOT);
        String name = variable("PEERS_OWN_NAME", "own");
        return new Harness(
                new PeerData(cache.resolve("data")),
                number("PEERS_REPS", "5"),
                new Execution(threads, KernelChoice.valueOf(kernels)),
                new Report(threads == 1 ? name : name + "-" + threads + "t"));
    }

    private static int number(String name, String otherwise) {
        String value = variable(name, otherwise);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, got \"" + value + "\"", e);
        }
    }

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
