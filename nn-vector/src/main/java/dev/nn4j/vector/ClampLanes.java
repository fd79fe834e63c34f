// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.Clamp;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What {@link Clamp#apply} gives, NaN and the signs of zeros included. {@code FloatVector.max} would give it too, but by six
 * instructions that wait for each other, between two layers that have nothing else to do; these are two.
 */
final class ClampLanes {
    private static final int MINUS_ZERO_BITS = Float.floatToRawIntBits(-0f);

    private ClampLanes() {}

    /** The greatest value that becomes {@code low}: low itself, of which −0 is one where it is 0, but not 0 where it is −0. */
    static float lifted(float low) {
        return Float.floatToRawIntBits(low) == MINUS_ZERO_BITS ? -Float.MIN_VALUE : low;
    }

    /** High is rarely there; so the branch on it is cheap. */
    static FloatVector clamp(FloatVector z, float lifted, float low, float high) {
        FloatVector raised = z.blend(low, z.compare(VectorOperators.LE, lifted));
        return high == Float.POSITIVE_INFINITY ? raised : raised.min(high);
    }
}
