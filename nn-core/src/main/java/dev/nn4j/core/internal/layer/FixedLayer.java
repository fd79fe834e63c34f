// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.internal.kernels.Kernels;

/** What is left of a layer in prediction, when its parameters will not change any more. Immutable, for all threads. */
public interface FixedLayer {
    /** Computes a of the first {@code rows} rows of x; z is memory for values on the way, at the end of a residual block what went into it. */
    void forward(Kernels kernels, float[] x, float[] z, float[] a, int rows);
}
