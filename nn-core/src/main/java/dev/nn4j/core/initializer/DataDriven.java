// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;

/**
 * Normal draws with mean 0 and the variance 1/fan-in, fitted to rows of the data when a training begins (Holzmüller,
 * Grinsztajn and Steinwart 2024, "Better by default: strong pre-tuned MLPs and boosted trees on tabular data"): then each
 * unit's pre-activations deviate by 1, and its bias, unless it has an initializer of its own, puts its zero where rows lie.
 * Without data it is {@code lecun-normal}.
 *
 * @since 0.1.0
 */
public record DataDriven() implements Initializer {
    @Override
    public String name() {
        return "data-driven";
    }

    @Override
    public boolean startsFromData() {
        return true;
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        WeightDraws.normal(w, from, fanIn * fanOut, 0, Math.sqrt(1.0 / fanIn), random);
    }
}
