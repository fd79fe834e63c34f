// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector.functions;

import static dev.nn4j.api.internal.math.Turns.*;
import static dev.nn4j.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.nn4j.api.internal.math.Turns;
import dev.nn4j.vector.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The functions of {@link Turns}, where their mathematics is explained, with the same operations lane by lane. They are
 * written out in each for the reason that {@link ExponentialLanes} gives.
 */
final class TurnLanes {
    private static final int SIGN = 1 << 31;
    private static final float HALF = 0.5f;

    private TurnLanes() {}

    static int cos(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector magnitude = FloatVector.fromArray(SPECIES, x, i).abs();
            FloatVector below = magnitude.blend(INTEGERS, magnitude.compare(GT, INTEGERS));
            FloatVector whole = below.add(INTEGERS).sub(INTEGERS);
            FloatVector r = below.sub(whole).add(magnitude.sub(magnitude)).abs();
            FloatVector u = r.neg().add(QUARTER);
            FloatVector beyond = r.neg().add(HALF);
            FloatVector v = r.blend(beyond, beyond.compare(LT, r));
            FloatVector s = u.mul(u);
            FloatVector p = s.fma(P2, P1).fma(s, broadcast(SPECIES, P0));
            FloatVector rest = s.fma(p, broadcast(SPECIES, TWO_PI_REST));
            FloatVector sine = u.fma(broadcast(SPECIES, TWO_PI), u.mul(rest));
            FloatVector c = v.mul(v);
            FloatVector q = c.fma(Q3, Q2).fma(c, broadcast(SPECIES, Q1)).fma(c, broadcast(SPECIES, Q0));
            FloatVector cosine = c.fma(q, broadcast(SPECIES, 1f));
            FloatVector signed = cosine.reinterpretAsInts()
                    .lanewise(VectorOperators.OR, u.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats();
            signed.blend(sine, v.compare(GT, EIGHTH)).intoArray(y, i);
        }
        return i;
    }

    static int sin(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector t = FloatVector.fromArray(SPECIES, x, i);
            FloatVector magnitude = t.abs();
            FloatVector below = magnitude.blend(INTEGERS, magnitude.compare(GT, INTEGERS));
            FloatVector whole = below.add(INTEGERS).sub(INTEGERS);
            FloatVector part = below.sub(whole).add(magnitude.sub(magnitude));
            FloatVector r = part.abs();
            FloatVector u = r.neg().add(QUARTER);
            FloatVector beyond = r.neg().add(HALF);
            FloatVector v = r.blend(beyond, beyond.compare(LT, r));
            FloatVector s = v.mul(v);
            FloatVector p = s.fma(P2, P1).fma(s, broadcast(SPECIES, P0));
            FloatVector rest = s.fma(p, broadcast(SPECIES, TWO_PI_REST));
            FloatVector sine = v.fma(broadcast(SPECIES, TWO_PI), v.mul(rest));
            FloatVector c = u.mul(u);
            FloatVector q = c.fma(Q3, Q2).fma(c, broadcast(SPECIES, Q1)).fma(c, broadcast(SPECIES, Q0));
            FloatVector cosine = c.fma(q, broadcast(SPECIES, 1f));
            FloatVector size = sine.blend(cosine, v.compare(GT, EIGHTH));
            size.reinterpretAsInts()
                    .lanewise(
                            VectorOperators.XOR,
                            part.reinterpretAsInts()
                                    .lanewise(VectorOperators.XOR, t.reinterpretAsInts())
                                    .and(SIGN))
                    .reinterpretAsFloats()
                    .intoArray(y, i);
        }
        return i;
    }
}
