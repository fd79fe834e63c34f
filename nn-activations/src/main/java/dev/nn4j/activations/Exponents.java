// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

/** What the activations with an exponential left of zero share. */
final class Exponents {
    private Exponents() {}

    /** x = min(z, 0): right of zero the exponential is 1 and cannot overflow. */
    static void nonPositive(float[] z, float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = Math.min(z[i], 0f);
        }
    }
}
