// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector.functions;

import static dev.nn4j.api.internal.math.Exponentials.ROUNDER;
import static dev.nn4j.api.internal.math.Exponentials.ROUNDER_BITS;
import static dev.nn4j.api.internal.math.Logarithms.*;
import static dev.nn4j.vector.Lanes.SPECIES;
import static java.lang.Float.NEGATIVE_INFINITY;
import static java.lang.Float.NaN;
import static java.lang.Float.POSITIVE_INFINITY;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.nn4j.api.internal.math.Logarithms;
import dev.nn4j.vector.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * The functions of {@link Logarithms}, where their mathematics is explained, with the same operations lane by lane. The
 * polynomial is written out in each for the reason that {@link ExponentialLanes} gives. The exponent becomes a float as
 * the low bits of ROUNDER.
 */
final class LogarithmLanes {
    /** From here on 1 + f is halved: twice the float at √½. */
    private static final float ROOT_2 = 0x1.6a09e6p0f;

    private static final float GREATEST_SCALED = ONE_VANISHES;

    private LogarithmLanes() {}

    static int log(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            VectorMask<Float> subnormal = v.compare(LT, Float.MIN_NORMAL);
            IntVector bits = v.blend(v.mul(SUBNORMAL_SCALE), subnormal)
                    .reinterpretAsInts()
                    .sub(ROOT_HALF_BITS);
            IntVector exponent = bits.lanewise(ASHR, FRACTION_BITS).add(ROUNDER_BITS);
            FloatVector whole = exponent.reinterpretAsFloats().sub(ROUNDER);
            FloatVector n = whole.blend(whole.add(SUBNORMAL_EXPONENT), subnormal);
            FloatVector f = bits.and(FRACTION_MASK)
                    .add(ROOT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector s = f.mul(f);
            FloatVector high = s.fma(Q8, Q6).fma(s, broadcast(SPECIES, Q4)).fma(s, broadcast(SPECIES, Q2));
            FloatVector even = high.fma(s, broadcast(SPECIES, Q0));
            FloatVector odd = s.fma(Q7, Q5).fma(s, broadcast(SPECIES, Q3)).fma(s, broadcast(SPECIES, Q1));
            FloatVector result = n.fma(broadcast(SPECIES, LN_2), s.fma(odd.fma(f, even), f));
            FloatVector positive = v.blend(result, v.compare(LT, POSITIVE_INFINITY));
            FloatVector notZero = positive.blend(NaN, v.compare(LT, 0f));
            notZero.blend(NEGATIVE_INFINITY, v.compare(EQ, 0f)).intoArray(y, i);
        }
        return i;
    }

    static int log1p(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector sum = v.add(1f);
            IntVector bits = sum.reinterpretAsInts().sub(ROOT_HALF_BITS);
            IntVector exponent = bits.lanewise(ASHR, FRACTION_BITS);
            FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
            IntVector power = broadcast(SPECIES, 1f).reinterpretAsInts().sub(exponent.lanewise(LSHL, FRACTION_BITS));
            FloatVector scale = power.reinterpretAsFloats();
            FloatVector fraction = bits.and(FRACTION_MASK)
                    .add(ROOT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector f = v.fma(scale, scale.sub(1f)).blend(fraction, n.compare(GT, GREATEST_SCALED));
            FloatVector s = f.mul(f);
            FloatVector high = s.fma(Q8, Q6).fma(s, broadcast(SPECIES, Q4)).fma(s, broadcast(SPECIES, Q2));
            FloatVector even = high.fma(s, broadcast(SPECIES, Q0));
            FloatVector odd = s.fma(Q7, Q5).fma(s, broadcast(SPECIES, Q3)).fma(s, broadcast(SPECIES, Q1));
            FloatVector result = n.fma(broadcast(SPECIES, LN_2), s.fma(odd.fma(f, even), f));
            FloatVector positive = sum.blend(result, sum.compare(LT, POSITIVE_INFINITY));
            FloatVector notZero = positive.blend(NaN, sum.compare(LT, 0f));
            FloatVector limited = notZero.blend(NEGATIVE_INFINITY, sum.compare(EQ, 0f));
            limited.blend(v, v.compare(EQ, 0f)).intoArray(y, i); // 0 alone has a result without its sign
        }
        return i;
    }

    /** As 1 + e lies between 1 and 2, the exponent is 0 or 1, and no limit is ever reached. */
    static int softplus(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector e = ExponentialLanes.exp(v.abs().neg());
            VectorMask<Float> halved = e.add(1f).compare(GE, ROOT_2);
            FloatVector n = FloatVector.zero(SPECIES).blend(1f, halved);
            FloatVector scale = broadcast(SPECIES, 1f).blend(0.5f, halved);
            FloatVector f = e.fma(scale, scale.sub(1f));
            FloatVector s = f.mul(f);
            FloatVector high = s.fma(Q8, Q6).fma(s, broadcast(SPECIES, Q4)).fma(s, broadcast(SPECIES, Q2));
            FloatVector even = high.fma(s, broadcast(SPECIES, Q0));
            FloatVector odd = s.fma(Q7, Q5).fma(s, broadcast(SPECIES, Q3)).fma(s, broadcast(SPECIES, Q1));
            FloatVector result = n.fma(broadcast(SPECIES, LN_2), s.fma(odd.fma(f, even), f));
            v.max(0f).add(result).intoArray(y, i);
        }
        return i;
    }
}
