// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

/** The kernels in plain Java. */
class ScalarKernelsTest extends KernelsContract {
    @Override
    protected Kernels newKernels() {
        return new ScalarKernels();
    }
}
