// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

/**
 * Builds an {@link EarlyStopping}; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class EarlyStoppingBuilder {
    private Monitor monitor = Monitor.VALIDATION_LOSS;
    private int patience = 10;
    private double minDelta;
    private boolean restoreBest = true;

    EarlyStoppingBuilder() {}

    /** See {@link EarlyStopping#monitor()}. */
    public EarlyStoppingBuilder monitor(Monitor value) {
        monitor = value;
        return this;
    }

    /** See {@link EarlyStopping#patience()}. */
    public EarlyStoppingBuilder patience(int value) {
        patience = value;
        return this;
    }

    /** See {@link EarlyStopping#minDelta()}. */
    public EarlyStoppingBuilder minDelta(double value) {
        minDelta = value;
        return this;
    }

    /** See {@link EarlyStopping#restoreBest()}. */
    public EarlyStoppingBuilder restoreBest(boolean value) {
        restoreBest = value;
        return this;
    }

    /**
     * The rule.
     *
     * @throws dev.nn4j.api.ConfigurationException if it cannot work
     */
    public EarlyStopping build() {
        return new EarlyStopping(monitor, patience, minDelta, restoreBest);
    }
}
