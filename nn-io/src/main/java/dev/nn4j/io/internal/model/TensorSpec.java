// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import java.util.List;

/**
 * A tensor of 32-bit floats that a file must hold.
 *
 * @param name in the file
 * @param dims row-major; each at least 1
 * @param role what its values are for
 */
public record TensorSpec(String name, List<Long> dims, Role role) {
    /** What values are for, and so what they may be. */
    public enum Role {
        /** A weight or bias: finite. */
        PARAMETER,
        /** Subtracted by a scaler: finite. */
        SHIFT,
        /** Divided by in a scaler: finite and above zero. */
        SCALE,
        /** Outputs to be reproduced: any bits. */
        GOLDEN;

        boolean allows(float value) {
            return switch (this) {
                case PARAMETER, SHIFT -> Float.isFinite(value);
                case SCALE -> Float.isFinite(value) && value > 0;
                case GOLDEN -> true;
            };
        }

        String allowed() {
            return this == SCALE ? "finite and above 0" : "finite";
        }
    }

    /** Copies the dimensions. */
    public TensorSpec {
        dims = List.copyOf(dims);
    }

    /** Number of values. */
    long count() {
        long count = 1;
        for (long dim : dims) {
            count = Math.multiplyExact(count, dim);
        }
        return count;
    }

    long bytes() {
        return Math.multiplyExact(count(), Float.BYTES);
    }
}
