// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

/**
 * Where the gradients of a training come from, for trainings whose rows are not worked on by this machine alone.
 *
 * <p>A source divides a batch into blocks ({@link TrainingBatch#blocks()}), has each block's gradient computed by a {@link
 * BlockGradient}, wherever its rows are, and adds them with a {@link GradientSum}. That sum depends on the blocks alone:
 * not on who computed them, nor on the order in which they arrive. Penalties, clipping, the optimizer, schedules and early
 * stopping stay with the training.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface GradientSource {
    /**
     * Computes the gradient of a batch's loss. Called once a step, on the thread that trains.
     *
     * @param batch which rows of the training data make the step
     * @param parameters all of the network; read only, and changed after the call returns
     * @param gradient receives one value for each trained parameter
     * @return the losses of the rows
     */
    BatchLoss gradient(TrainingBatch batch, float[] parameters, float[] gradient);
}
