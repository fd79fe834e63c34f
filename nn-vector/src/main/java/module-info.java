// SPDX-License-Identifier: Apache-2.0
/** The compute kernels and FloatMath's functions on the JDK's Vector API. On the module path its presence is the switch; no flag is needed. */
module dev.nn4j.vector {
    requires dev.nn4j.core;
    requires jdk.incubator.vector;
    requires static org.jspecify;

    provides dev.nn4j.api.internal.math.SliceFunctions with
            dev.nn4j.vector.functions.VectorSliceFunctions;
    provides dev.nn4j.core.internal.kernels.KernelsProvider with
            dev.nn4j.vector.VectorKernelsProvider;
}
