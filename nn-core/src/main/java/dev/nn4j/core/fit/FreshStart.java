// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.layer.Layers;

/** Where a training begins. */
final class FreshStart {
    private FreshStart() {}

    /** The network itself, or, of a fresh one with layers that begin with rows of the data, what they make of it. */
    static Network of(Network initial, DataSet data, long seed, KernelChoice kernels, Cancellation cancellation) {
        if (!initial.startsFromData()) {
            return initial;
        }
        float[] parameters = initial.parameters();
        Layers.of(initial.spec())
                .start(parameters, data, seed, KernelSelection.of(kernels).get(), cancellation);
        return Network.of(initial.spec(), parameters);
    }
}
