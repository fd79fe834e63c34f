// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import java.util.Objects;

/**
 * Stops training when the monitored value has not improved for a while.
 *
 * @since 0.1.0
 */
public final class EarlyStopping {
    private final Monitor monitor;
    private final int patience;
    private final double minDelta;
    private final boolean restoreBest;

    /** Refuses what cannot work. */
    EarlyStopping(Monitor monitor, int patience, double minDelta, boolean restoreBest) {
        if (patience < 1) {
            throw new ConfigurationException(
                    "training.earlyStopping.patience", "must be a whole number at least 1, got " + patience);
        }
        if (!(minDelta >= 0) || Double.isInfinite(minDelta)) {
            throw new ConfigurationException("training.earlyStopping.minDelta", "must be at least 0, got " + minDelta);
        }

        this.monitor = monitor;
        this.patience = patience;
        this.minDelta = minDelta;
        this.restoreBest = restoreBest;
    }

    /** Starts from {@link #defaults()}. */
    public static EarlyStoppingBuilder builder() {
        return new EarlyStoppingBuilder();
    }

    /** What is watched. */
    public Monitor monitor() {
        return monitor;
    }

    /** Epochs without improvement that are tolerated; at least 1. */
    public int patience() {
        return patience;
    }

    /** How much better counts as improvement; at least 0. */
    public double minDelta() {
        return minDelta;
    }

    /** Whether the weights of the best epoch are the result. */
    public boolean restoreBest() {
        return restoreBest;
    }

    /** Watches the validation loss with patience 10 and restores the best weights. */
    public static EarlyStopping defaults() {
        return new EarlyStopping(Monitor.VALIDATION_LOSS, 10, 0, true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EarlyStopping that
                && monitor.equals(that.monitor)
                && patience == that.patience
                && Double.compare(minDelta, that.minDelta) == 0
                && restoreBest == that.restoreBest;
    }

    @Override
    public int hashCode() {
        return Objects.hash(monitor, patience, minDelta, restoreBest);
    }

    @Override
    public String toString() {
        return "EarlyStopping[monitor=" + monitor + ", patience=" + patience + ", minDelta=" + minDelta
                + ", restoreBest=" + restoreBest + "]";
    }
}
