// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

/** The kernels of processors that do not multiply and add in one step; right on all others too. */
class KernelsWithoutFmaTest extends SameAsPlainJava {
    KernelsWithoutFmaTest() {
        super(new KernelsWithoutFma());
    }
}
