// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;

/**
 * Stops training when the monitored value has not improved for a while.
 *
 * @param monitor what is watched
 * @param patience epochs without improvement that are tolerated; at least 1
 * @param minDelta how much better counts as improvement; at least 0
 * @param restoreBest whether the weights of the best epoch are the result
 */
public record EarlyStopping(Monitor monitor, int patience, double minDelta, boolean restoreBest) {
    /** Refuses what cannot work. */
    public EarlyStopping {
        if (patience < 1) {
            throw new ConfigurationException(
                    "training.earlyStopping.patience", "must be a whole number at least 1, got " + patience);
        }
        if (!(minDelta >= 0) || Double.isInfinite(minDelta)) {
            throw new ConfigurationException("training.earlyStopping.minDelta", "must be at least 0, got " + minDelta);
        }
    }

    /** Watches the validation loss with patience 10 and restores the best weights. */
    public static EarlyStopping defaults() {
        return new EarlyStopping(Monitor.VALIDATION_LOSS, 10, 0, true);
    }
}
