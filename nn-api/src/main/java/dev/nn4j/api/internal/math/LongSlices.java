// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * What computes slices that are long enough for vectors: found when the first of them comes, constant from then on. A
 * program without any never loads a class of the Vector API.
 */
public final class LongSlices {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** Shorter slices are the scalar functions' own. */
    public static final int LEAST_LENGTH = 16;

    /** nn-vector's functions; where they or the Vector API are missing, ones that leave everything to the caller. */
    public static final SliceFunctions FUNCTIONS = find();

    private LongSlices() {}

    private static SliceFunctions find() {
        // Touching the provider before knowing that the module is there would fail with a linkage error.
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return new NoSliceFunctions();
        }
        try {
            return ServiceLoader.load(SliceFunctions.class, SliceFunctions.class.getClassLoader())
                    .findFirst()
                    .filter(SliceFunctions::areUsable)
                    .orElseGet(NoSliceFunctions::new);
        } catch (ServiceConfigurationError | LinkageError e) {
            return new NoSliceFunctions(); // same results; nn-core's log says what is wrong with nn-vector
        }
    }
}
