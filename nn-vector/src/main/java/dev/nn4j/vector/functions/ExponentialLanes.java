// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector.functions;

import static dev.nn4j.api.internal.math.Exponentials.*;
import static dev.nn4j.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.nn4j.api.internal.math.Exponentials;
import dev.nn4j.vector.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The functions of {@link Exponentials}, where their mathematics is explained, with the same operations lane by lane.
 *
 * <p>Once a method has grown by some forty vector operations, the JIT goes on inlining these but no other calls, and a
 * vector handed to a call that is not inlined becomes an object. So a loop here calls {@link #exp(FloatVector)} before it
 * does anything else or not at all, and all the rest is written out.
 */
final class ExponentialLanes {
    private static final float GREATEST_EXPONENT = EXPONENT_BIAS;

    private ExponentialLanes() {}

    static int exp(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            exp(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        return i;
    }

    static int sigmoid(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector e = exp(v.abs().neg());
            FloatVector numerator = broadcast(SPECIES, 1f).blend(e, v.compare(LT, 0f));
            numerator.div(e.add(1f)).intoArray(y, i);
        }
        return i;
    }

    static int expm1(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector high = v.blend(EXP_MAX, v.compare(GT, EXP_MAX));
            FloatVector clamped = high.blend(EXPM1_MIN, high.compare(LT, EXPM1_MIN));
            FloatVector n = clamped.fma(LOG2_E, ROUNDER).sub(ROUNDER);
            FloatVector r = n.fma(broadcast(SPECIES, -LN_2_REST), n.fma(broadcast(SPECIES, -LN_2), clamped));
            FloatVector s = r.mul(r);
            FloatVector p = s.fma(M3, M1).fma(r, s.fma(M4, M2).fma(s, broadcast(SPECIES, M0)));
            // As a float n is capped as well as in bits; n - capped is 0 or 1, and 1 more the second factor.
            FloatVector capped = n.blend(GREATEST_EXPONENT, n.compare(GT, GREATEST_EXPONENT));
            IntVector exponent = capped.add(ROUNDER).reinterpretAsInts();
            FloatVector scale =
                    exponent.lanewise(LSHL, FRACTION_BITS).add(ONE_BITS).reinterpretAsFloats();
            FloatVector linear = r.fma(scale, scale.sub(1f));
            FloatVector result = s.mul(p).fma(scale, linear).mul(n.sub(capped).add(1f));
            result.blend(v, v.compare(EQ, 0f)).intoArray(y, i); // 0 alone has a result without its sign
        }
        return i;
    }

    /** Lane by lane {@link Exponentials#exp}. Of a sum with ROUNDER, a shift to the left leaves the integer's bits alone. */
    static FloatVector exp(FloatVector x) {
        FloatVector high = x.blend(EXP_MAX, x.compare(GT, EXP_MAX));
        FloatVector clamped = high.blend(EXP_MIN, high.compare(LT, EXP_MIN));
        FloatVector shifted = clamped.fma(LOG2_E, ROUNDER);
        FloatVector n = shifted.sub(ROUNDER);
        FloatVector r = n.fma(broadcast(SPECIES, -LN_2_REST), n.fma(broadcast(SPECIES, -LN_2), clamped));
        FloatVector s = r.mul(r);
        FloatVector p = s.fma(P3, P1).fma(r, s.fma(P4, P2).fma(s, broadcast(SPECIES, P0)));
        FloatVector scaled = s.fma(p, r).add(1f);
        IntVector exponent = shifted.reinterpretAsInts();
        IntVector half = exponent.lanewise(ASHR, 1);
        IntVector first = half.lanewise(LSHL, FRACTION_BITS).add(ONE_BITS);
        IntVector second = exponent.sub(half).lanewise(LSHL, FRACTION_BITS).add(ONE_BITS);
        return scaled.mul(first.reinterpretAsFloats()).mul(second.reinterpretAsFloats());
    }
}
