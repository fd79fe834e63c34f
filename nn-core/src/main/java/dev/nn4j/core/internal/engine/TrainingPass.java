// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import java.util.List;

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

    /** The chunks that hold the batch's last numbers, for whoever looks for the place where they went wrong. */
    List<Workspace> chunks();

    /** The loss's name. */
    String lossName();
}
