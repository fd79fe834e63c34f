// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import java.util.Arrays;
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
        /** A trained number of the network: finite. */
        PARAMETER,
        /** A running statistic of the network: finite. */
        STATISTIC,
        /** A running variance of the network: finite and not below zero. */
        VARIANCE,
        /** Subtracted by a scaler: finite. */
        SHIFT,
        /** Divided by in a scaler: finite and above zero. */
        SCALE,
        /** Outputs to be reproduced: any bits. */
        GOLDEN;

        boolean allows(float value) {
            return switch (this) {
                case PARAMETER, STATISTIC, SHIFT -> Float.isFinite(value);
                case VARIANCE -> Float.isFinite(value) && value >= 0;
                case SCALE -> Float.isFinite(value) && value > 0;
                case GOLDEN -> true;
            };
        }

        String allowed() {
            return switch (this) {
                case VARIANCE -> "finite and at least 0";
                case SCALE -> "finite and above 0";
                case PARAMETER, STATISTIC, SHIFT, GOLDEN -> "finite";
            };
        }

        /** Whether it is one of the network's numbers that training does not change by gradients. */
        boolean isStatistic() {
            return this == STATISTIC || this == VARIANCE;
        }
    }

    /** Copies the dimensions. */
    public TensorSpec {
        dims = List.copyOf(dims);
    }

    /** A tensor of these dimensions. */
    static TensorSpec of(String name, Role role, long... dims) {
        return new TensorSpec(name, Arrays.stream(dims).boxed().toList(), role);
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
