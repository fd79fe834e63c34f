// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

/** An implementation of the kernels that may or may not be there: the service by which nn-vector is found. */
public interface KernelsProvider {
    /** As the log names it. */
    String name();

    /** Whether it is worth using on this machine. */
    boolean isUsable();

    /** Kernels with scratch memory of their own. */
    Kernels newKernels();
}
