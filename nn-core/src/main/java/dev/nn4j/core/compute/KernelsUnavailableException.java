// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.compute;

/**
 * Kernels that were asked for by name and cannot be had on this machine, class path or module path.
 *
 * @since 0.1.0
 */
public final class KernelsUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Says what is missing, and the remedy. */
    public KernelsUnavailableException(String problem) {
        super(problem);
    }
}
