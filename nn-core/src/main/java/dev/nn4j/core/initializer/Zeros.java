// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import java.util.Arrays;

/**
 * All weights 0. Units that start alike stay alike, so this suits a network of a single layer only.
 *
 * @since 0.1.0
 */
public record Zeros() implements Initializer {
    @Override
    public String name() {
        return "zeros";
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        Arrays.fill(w, from, from + fanIn * fanOut, 0f);
    }
}
