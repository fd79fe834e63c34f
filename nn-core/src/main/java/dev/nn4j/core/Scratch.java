// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.engine.ForwardBuffers;
import dev.nn4j.core.internal.engine.ForwardPass;
import dev.nn4j.core.internal.engine.Predictors;

/**
 * The working memory of predictions, owned by the caller and reused, so that a prediction allocates nothing. For one
 * network and one thread at a time. It grows to the number of rows that it is first used for, within bounds.
 */
public final class Scratch {
    private final Network network;
    private final Predictors predictors;
    private final KernelChoice asked;
    private KernelChoice used;
    private ForwardPass pass;
    private ForwardBuffers buffers;

    Scratch(Network network, Predictors predictors, KernelChoice asked) {
        this.network = network;
        this.predictors = predictors;
        this.asked = asked;
        used = predictors.choice(asked, 0);
        pass = predictors.pass(used);
        buffers = predictors.buffers(used);
    }

    /** Makes ready for so many rows, perhaps with other kernels than before. */
    int room(int rows) {
        if (used != asked && predictors.choice(asked, rows) == asked) {
            used = asked;
            pass = predictors.pass(used);
            buffers = predictors.buffers(used);
        }
        return buffers.room(rows);
    }

    void requireOf(Network user) {
        if (user != network) {
            throw new IllegalArgumentException(
                    "network: the scratch is another network's; make one with newScratch() of the network it is for");
        }
    }

    ForwardPass pass() {
        return pass;
    }

    ForwardBuffers buffers() {
        return buffers;
    }
}
