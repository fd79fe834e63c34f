// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

/** The kernels of processors that multiply and add in one step. */
class VectorKernelsTest extends SameAsPlainJava {
    VectorKernelsTest() {
        super(new VectorKernels());
    }
}
