// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of a layer's numbers that belong together: what they are for, and their shape. A layer's numbers lie one tensor
 * after another in the network's parameters, each row-major.
 *
 * @param role what the numbers are for; unique within a layer
 * @param shape row-major; each dimension at least 1
 * @since 0.1.0
 */
public record LayerTensor(Role role, List<Integer> shape) {
    /** What numbers are for, and so whether they are trained and how they are treated. */
    public enum Role {
        /** What inputs are multiplied by: trained, and what penalties act on. */
        WEIGHT("weight", true),
        /** What is added to each unit: trained. */
        BIAS("bias", true),
        /** A factor for each unit, of a normalisation or by itself: trained. */
        SCALE("scale", true),
        /** What a normalisation adds to each unit: trained. */
        SHIFT("shift", true),
        /** What an activation trains, such as the slope of a PReLU: trained. */
        SLOPE("slope", true),
        /** What a value is turned into, and how: trained. */
        EMBEDDING("embedding", true),
        /** How often a wave repeats in a unit of its column: trained. */
        FREQUENCY("frequency", true),
        /** Where a wave begins, in turns: trained. */
        PHASE("phase", true),
        /** Rows that stand for categories: trained. */
        TABLE("table", true),
        /** Edges of the bins of a column, taken from data. */
        EDGES("edges", false),
        /** A running mean of each unit. */
        MEAN("mean", false),
        /** A running variance of each unit. */
        VARIANCE("variance", false);

        private final String word;
        private final boolean trained;

        Role(String word, boolean trained) {
            this.word = word;
            this.trained = trained;
        }

        /** As model files name it. */
        public String word() {
            return word;
        }

        /** Whether the optimizer moves them; else they are taken from data, as running statistics are. */
        public boolean isTrained() {
            return trained;
        }
    }

    /** Copies the shape. */
    public LayerTensor {
        shape = List.copyOf(shape);
    }

    /** A tensor of these dimensions. */
    public static LayerTensor of(Role role, int... shape) {
        List<Integer> dimensions = new ArrayList<>(shape.length);
        for (int dimension : shape) {
            dimensions.add(dimension);
        }
        return new LayerTensor(role, dimensions);
    }

    /** Number of values. */
    public long count() {
        long count = 1;
        for (int dimension : shape) {
            count = Math.multiplyExact(count, dimension);
        }
        return count;
    }
}
