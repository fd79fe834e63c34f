// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

/** Counts the epochs of all trials, which end on several threads. */
final class EpochCount {
    private final TuningListener listener;
    private final long most;
    private long done;

    EpochCount(TuningListener listener, long most) {
        this.listener = listener;
        this.most = most;
    }

    synchronized void epochEnded() {
        done++;
        listener.progressed(Math.min(1, (double) done / most));
    }
}
