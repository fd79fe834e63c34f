// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.layer.Workspace;
import java.util.function.Consumer;

/** Takes a batch through the network and back again. */
interface TrainingPass {
    /**
     * The loss of a batch as it is trained, and its gradient.
     *
     * @param parameters of which running statistics follow the batch
     * @param step counted from 1
     * @param gradient receives one value for each trained parameter
     */
    BatchResult train(float[] parameters, Batch batch, long step, float[] gradient);

    /**
     * Shows the chunks of the batch that was trained last, in order, each with the numbers that its rows then had in all
     * layers, for whoever looks for the place where they went wrong.
     *
     * @param parameters as they were then
     * @param viewer must not keep a chunk, which may be used for the next
     */
    void review(float[] parameters, Batch batch, long step, Consumer<Workspace> viewer);

    /** Multiplies the rates of dropout by a factor in [0, 1], in the batches to come. */
    void scaleDropout(double factor);

    /** The loss's name. */
    String lossName();
}
