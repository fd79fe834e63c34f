// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.kernels.KernelsProvider;

/** How nn-core finds the vector kernels. */
public final class VectorKernelsProvider implements KernelsProvider {
    /** Made by the service loader. */
    public VectorKernelsProvider() {}

    @Override
    public String name() {
        return "vector, " + Lanes.COUNT * Float.SIZE + " bits" + (Fma.IN_HARDWARE ? "" : ", without fma");
    }

    @Override
    public boolean isUsable() {
        return Lanes.areThere();
    }

    @Override
    public Kernels newKernels() {
        return Fma.IN_HARDWARE ? new VectorKernels() : new KernelsWithoutFma();
    }
}
