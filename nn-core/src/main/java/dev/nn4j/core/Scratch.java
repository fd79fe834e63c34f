// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.internal.engine.ForwardBuffers;
import dev.nn4j.core.internal.engine.ForwardPass;

/**
 * The working memory of predictions, owned by the caller and reused, so that a prediction allocates nothing. For one
 * network and one thread at a time. It grows to the number of rows that it is first used for, within bounds.
 */
public final class Scratch {
    private final Network network;
    private final ForwardPass pass;
    private final ForwardBuffers buffers;

    Scratch(Network network, ForwardPass pass, ForwardBuffers buffers) {
        this.network = network;
        this.pass = pass;
        this.buffers = buffers;
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
