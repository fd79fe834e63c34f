// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.engine.ForwardBuffers;
import dev.nn4j.core.internal.engine.ForwardPass;
import dev.nn4j.core.internal.engine.Predictors;

/**
 * The working memory of one network's predictions. A prediction that finds it in use by another is refused, and one that
 * finds, at its end, that another came in between says that it is spoilt. It grows to the number of rows that it is first
 * used for, within bounds.
 */
final class NetworkScratch extends GuardedScratch {
    private final Network network;
    private final Predictors predictors;
    private final KernelChoice asked;
    private KernelChoice used;
    private ForwardPass pass;
    private ForwardBuffers buffers;

    NetworkScratch(Network network, Predictors predictors, KernelChoice asked) {
        this.network = network;
        this.predictors = predictors;
        this.asked = asked;
        used = predictors.choice(asked, 0);
        pass = predictors.pass(used);
        buffers = predictors.buffers(used);
    }

    /** The scratch that a network is given, which must be its own. */
    static NetworkScratch of(Scratch given, Network user) {
        if (given instanceof NetworkScratch own && own.network == user) {
            return own;
        }
        throw new IllegalArgumentException(
                "network: the scratch is another network's; make one with newScratch() of the network it is for");
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

    ForwardPass pass() {
        return pass;
    }

    ForwardBuffers buffers() {
        return buffers;
    }
}
