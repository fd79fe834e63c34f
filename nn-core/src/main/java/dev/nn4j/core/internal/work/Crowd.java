// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import java.util.concurrent.atomic.AtomicInteger;

/** How many threads of all teams want a processor. For all threads. */
final class Crowd {
    /** That of the process: what teams share that know nothing of each other. It holds a count of who is at work, no more. */
    static final Crowd OF_PROCESS = new Crowd(Runtime.getRuntime().availableProcessors());

    private final int processors;
    private final AtomicInteger members = new AtomicInteger();

    Crowd(int processors) {
        this.processors = processors;
    }

    /** A team's place, which nobody has taken yet. */
    Place newPlace() {
        return new Place();
    }

    /** A team's place in the crowd. Only the thread that calls the team takes it and leaves. */
    final class Place {
        private int taken;

        /** Counts as many members as are at work, if there are more of them than before. */
        void take(int most) {
            if (taken < most) {
                members.addAndGet(most - taken);
                taken = most;
            }
        }

        /** Whether there are more members than processors. */
        boolean isCrowded() {
            return members.get() > processors;
        }

        void leave() {
            members.addAndGet(-taken);
            taken = 0;
        }
    }
}
