// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.internal.engine.ForwardBuffers;

/**
 * The working memory of predictions, owned by the caller and reused, so that a prediction allocates nothing. For one
 * network and one thread at a time.
 */
public final class Scratch {
    private final ForwardBuffers buffers;

    Scratch(ForwardBuffers buffers) {
        this.buffers = buffers;
    }

    ForwardBuffers buffers() {
        return buffers;
    }
}
