// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * What computes slices that are long enough for vectors, once there have been enough of them to pay for vectors: found
 * then, constant from then on. A program without them never loads a class of the Vector API.
 */
public final class LongSlices {
    /** Shorter slices are the scalar functions' own. */
    public static final int LEAST_LENGTH = 16;

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    /** Elements for which the scalar functions take as long as it takes to compile the vectors': about 0.3 s. */
    private static final WarmUp WARM_UP = new WarmUp(1L << 26);

    private LongSlices() {}

    /** Counts a slice that is about to be computed, and says whether {@link #functions} should do it. */
    public static boolean arePaidBy(int length) {
        return length >= LEAST_LENGTH && WARM_UP.isOverAfter(length);
    }

    /** nn-vector's functions; where they or the Vector API are missing, ones that leave everything to the caller. */
    public static SliceFunctions functions() {
        return Found.FUNCTIONS;
    }

    private static final class Found {
        static final SliceFunctions FUNCTIONS = find();

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
}
