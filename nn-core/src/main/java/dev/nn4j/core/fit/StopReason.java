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
    CANCELLED
}
