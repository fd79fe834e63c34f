// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.math;

import dev.nn4j.api.math.FloatMath;
import java.util.Arrays;

/**
 * A program that calls FloatMath's slice forms, on slices of a given length and as often as told, and prints a hash of the
 * last results.
 */
final class SliceProgram {
    private SliceProgram() {}

    /** Takes the length of the slices, and how often to go through all numbers. */
    public static void main(String[] arguments) {
        int length = Integer.parseInt(arguments[0]);
        float[] x = new float[2520];
        for (int i = 0; i < x.length; i++) {
            x[i] = Float.intBitsToFloat(i * 1_704_351);
        }
        int hash = 0;
        for (int times = Integer.parseInt(arguments[1]); times > 0; times--) {
            hash = hashOfAll(x, length);
        }
        System.out.println(hash);
    }

    private static int hashOfAll(float[] x, int length) {
        int hash = 0;
        for (Slice function : new Slice[] {
            FloatMath::exp,
            FloatMath::expm1,
            FloatMath::sigmoid,
            FloatMath::log,
            FloatMath::log1p,
            FloatMath::softplus,
            FloatMath::cosTurns,
            FloatMath::sinTurns
        }) {
            float[] y = new float[x.length];
            for (int from = 0; from < x.length; from += length) {
                function.apply(x, y, from, from + length);
            }
            hash = 31 * hash + Arrays.hashCode(y); // Float.hashCode: one NaN for all
        }
        return hash;
    }

    private interface Slice {
        void apply(float[] x, float[] y, int from, int to);
    }
}
