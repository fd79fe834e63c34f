// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.compute;

/**
 * How a computation is carried out; it changes speed, never a bit of any result.
 *
 * @param threads at least 1
 * @param kernels which implementation of the compute kernels
 */
public record Execution(int threads, KernelChoice kernels) {
    /** Refuses fewer than one thread. */
    public Execution {
        if (threads < 1) {
            throw new IllegalArgumentException("execution: threads must be at least 1, got " + threads);
        }
    }

    /** All cores, the fastest kernels there are. */
    public static Execution defaults() {
        return new Execution(Runtime.getRuntime().availableProcessors(), KernelChoice.AUTO);
    }
}
