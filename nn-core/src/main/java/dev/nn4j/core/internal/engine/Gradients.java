// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

/** Computes gradients of batches in place of a pass through the network on this machine. */
@FunctionalInterface
public interface Gradients {
    /**
     * The gradient of a batch's loss.
     *
     * @param step counted from 1
     * @param dropoutFactor by which the rates of dropout are multiplied, in [0, 1]
     * @param gradient receives one value for each trained parameter
     * @param result receives what the rows' losses add up to
     */
    void compute(
            Batch batch, long step, double dropoutFactor, float[] parameters, float[] gradient, BatchResult result);
}
