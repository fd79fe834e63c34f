// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.io.internal.model.format.Faults;

/**
 * Stands for an initializer that is not registered here. A model needs none to predict, so a missing one does not keep
 * it from being read; written again it is the same.
 */
public record StoredInitializer(StoredComponent stored, ComponentException absence) implements Initializer {
    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        throw new ComponentException(
                ComponentException.Reason.MISSING,
                stored.name(),
                "initializer " + Faults.quoted(stored.name()) + " of the model is not registered; add the plugin that"
                        + " provides it, or name another",
                absence);
    }
}
