// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;

/** Counts the epochs of all trials, which end on several threads, beside who watches the trainings. */
final class EpochCount {
    private final TuningListener listener;
    private final long most;
    private long done;

    EpochCount(TuningListener listener, long most) {
        this.listener = listener;
        this.most = most;
    }

    /** What is to watch a training. */
    TrainingListener watching(TrialStart start) {
        return listener.training(start).and(new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                EpochCount.this.epochEnded();
            }
        });
    }

    private synchronized void epochEnded() {
        done++;
        listener.progressed(Math.min(1, (double) done / most));
    }
}
