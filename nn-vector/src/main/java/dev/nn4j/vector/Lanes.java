// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.internal.math.Fma;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector shape of this machine, as HotSpot prefers it: sixteen lanes with AVX-512, eight with AVX2, four with NEON. On
 * servers whose clock falls too far with 512 bits (the first Skylakes) HotSpot itself prefers 256. The shape decides how many
 * elements are computed at once, never how one is computed.
 *
 * <p>No class of this module may use a second species of floats: the JDK's vector methods share one type profile, and on JDK 17 two
 * species in it keep the JIT from inlining either, which makes every kernel ten times slower from then on.
 */
public final class Lanes {
    /** The species that all kernels of floats use; a constant, so that the JIT folds it. */
    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Elements to a vector. */
    public static final int COUNT = SPECIES.length();

    /** As many doubles as fill such a vector, for processors without fma. */
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    /** The halves of those doubles, the lower one first. */
    static final VectorSpecies<Integer> HALVES = IntVector.SPECIES_PREFERRED;

    private Lanes() {}

    /** Whether this machine computes with vectors at all. */
    static boolean areThere() {
        return COUNT >= 4;
    }

    /** Whether what is made of fma lane by lane is computed with vectors: without an instruction for it, Java works lanes one by one. */
    public static boolean areWorthwhile() {
        return areThere() && Fma.IN_HARDWARE;
    }
}
