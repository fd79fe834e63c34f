// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.io.internal.proto.DType;
import java.util.List;

/**
 * A tensor that a file must hold.
 *
 * @param name in the file
 * @param type F32 or F64
 * @param dims row-major; each at least 1; none for a scalar
 * @param role what its values are for
 */
public record TensorSpec(String name, DType type, List<Long> dims, Role role) {
    /** What values are for, and so what they may be. */
    public enum Role {
        /** A weight or bias: finite. */
        PARAMETER,
        /** Subtracted by a scaler: finite. */
        SHIFT,
        /** Divided by in a scaler: finite and above zero. */
        SCALE,
        /** Outputs to be reproduced: any bits. */
        GOLDEN,
        /** What an optimizer remembers: any bits, since only it knows their meaning. */
        OPTIMIZER_STATE,
        /** A weight or bias of the best epoch: finite. */
        BEST_PARAMETER,
        /** Losses and the like of each epoch: any bits. */
        HISTORY;

        boolean allows(double value) {
            return switch (this) {
                case PARAMETER, SHIFT, BEST_PARAMETER -> Double.isFinite(value);
                case SCALE -> Double.isFinite(value) && value > 0;
                case GOLDEN, OPTIMIZER_STATE, HISTORY -> true;
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
        return Math.multiplyExact(count(), type == DType.F64 ? Double.BYTES : Float.BYTES);
    }
}
