// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.network.LayerTensor;
import dev.nn4j.io.internal.proto.DType;
import java.util.Arrays;
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
        /** Divided by in a robust scaler: above zero, infinite where nothing is to be left. */
        WIDE_SCALE,
        /** How far an answer was from the truth: finite. */
        SCORE,
        /** Outputs to be reproduced: any bits. */
        GOLDEN,
        /** What an optimizer remembers: any bits, since only it knows their meaning. */
        OPTIMIZER_STATE,
        /** A trained number of the best epoch's network: finite. */
        BEST_PARAMETER,
        /** A running statistic of the best epoch's network: finite. */
        BEST_STATISTIC,
        /** A running variance of the best epoch's network: finite and not below zero. */
        BEST_VARIANCE,
        /** A trained number of the mean of the networks: finite. */
        AVERAGE_PARAMETER,
        /** A running statistic of the mean of the networks: finite. */
        AVERAGE_STATISTIC,
        /** A running variance of the mean of the networks: finite and not below zero. */
        AVERAGE_VARIANCE,
        /** Losses and the like of each epoch: any bits. */
        HISTORY;

        boolean allows(double value) {
            return switch (this) {
                case PARAMETER, STATISTIC, SHIFT, SCORE -> Double.isFinite(value);
                case BEST_PARAMETER, BEST_STATISTIC, AVERAGE_PARAMETER, AVERAGE_STATISTIC -> Double.isFinite(value);
                case VARIANCE, BEST_VARIANCE, AVERAGE_VARIANCE -> Double.isFinite(value) && value >= 0;
                case SCALE -> Double.isFinite(value) && value > 0;
                case WIDE_SCALE -> value > 0;
                case GOLDEN, OPTIMIZER_STATE, HISTORY -> true;
            };
        }

        String allowed() {
            return switch (this) {
                case VARIANCE, BEST_VARIANCE, AVERAGE_VARIANCE -> "finite and at least 0";
                case SCALE -> "finite and above 0";
                case WIDE_SCALE -> "above 0";
                default -> "finite";
            };
        }

        /** What a layer's numbers are to a file. */
        static Role of(LayerTensor.Role role) {
            return switch (role) {
                case WEIGHT, BIAS, SCALE, SHIFT, SLOPE, EMBEDDING, TABLE, FREQUENCY, PHASE -> PARAMETER;
                case MEAN, EDGES -> STATISTIC;
                case VARIANCE -> VARIANCE;
            };
        }

        /** The same of the best epoch's network. */
        Role ofBest() {
            return switch (this) {
                case PARAMETER -> BEST_PARAMETER;
                case STATISTIC -> BEST_STATISTIC;
                case VARIANCE -> BEST_VARIANCE;
                default -> throw notOfANetwork();
            };
        }

        /** The same of the mean of the networks. */
        Role ofAverage() {
            return switch (this) {
                case PARAMETER -> AVERAGE_PARAMETER;
                case STATISTIC -> AVERAGE_STATISTIC;
                case VARIANCE -> AVERAGE_VARIANCE;
                default -> throw notOfANetwork();
            };
        }

        private IllegalStateException notOfANetwork() {
            return new IllegalStateException(this + " is not of a network");
        }
    }

    /** Copies the dimensions. */
    public TensorSpec {
        dims = List.copyOf(dims);
    }

    /** A tensor of 32-bit floats. */
    static TensorSpec of(String name, Role role, long... dims) {
        return of(name, DType.F32, role, dims);
    }

    /** A tensor of these dimensions. */
    static TensorSpec of(String name, DType type, Role role, long... dims) {
        return new TensorSpec(name, type, Arrays.stream(dims).boxed().toList(), role);
    }

    /** The same tensor of a member of an ensemble, counted from 0. */
    TensorSpec ofMember(int member) {
        return member == 0 ? this : new TensorSpec("member/" + member + "/" + name, type, dims, role);
    }

    /** The same tensor of the best epoch's network. */
    TensorSpec ofBest() {
        return new TensorSpec("best/" + name, type, dims, role.ofBest());
    }

    /** The same tensor of the mean of the networks. */
    TensorSpec ofAverage() {
        return new TensorSpec("average/" + name, type, dims, role.ofAverage());
    }

    /** Number of values. */
    long count() {
        long count = 1;
        for (long dim : dims) {
            count = Math.multiplyExact(count, dim);
        }
        return count;
    }

    public long bytes() {
        return Math.multiplyExact(count(), type == DType.F64 ? Double.BYTES : Float.BYTES);
    }
}
