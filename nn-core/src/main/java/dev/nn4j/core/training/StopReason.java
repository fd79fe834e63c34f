// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

/** Why a training ended. */
public enum StopReason {
    /** All epochs were trained. */
    COMPLETED,
    /** The monitored value no longer improved. */
    EARLY_STOPPING,
    /** It was cancelled; the result is that of the last complete epoch. */
    CANCELLED
}
