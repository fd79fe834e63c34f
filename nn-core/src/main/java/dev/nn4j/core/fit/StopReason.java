// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

/**
 * Why a training ended.
 *
 * @since 0.1.0
 */
public enum StopReason {
    /** All epochs were trained. */
    COMPLETED,
    /** The monitored value no longer improved. */
    EARLY_STOPPING,
    /**
     * It was cancelled, or its thread interrupted; the result is that of the last complete epoch, or of the best one where
     * early stopping restores it.
     */
    CANCELLED,
    /** It stood badly among the members of a pack and left, see {@link dev.nn4j.core.experiment.Ensemble.Choice#GREEDY}. */
    LEFT,
    /** A loss or weight of a member of a pack was not finite; the others went on. */
    DIVERGED;

    /** Whether it is why a member of a pack did not come to its end. */
    public boolean isOfPack() {
        return this == LEFT || this == DIVERGED;
    }
}
