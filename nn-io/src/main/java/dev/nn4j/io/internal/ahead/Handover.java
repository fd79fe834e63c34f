// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.ahead;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where one thread lays rows down and another picks them up. Few wait at a time: rows that lie long are old to the garbage
 * collector. Waiting ends no sooner for an interrupt, which is for those to see who can act on it.
 */
final class Handover {
    private static final int MOST_WAITING = 3;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<ReadRows> waiting = new ArrayDeque<>();
    private boolean closed;

    /** Lays rows down once there is room; says whether somebody still wants more. */
    boolean put(ReadRows rows) {
        lock.lock();
        try {
            while (waiting.size() == MOST_WAITING && !closed) {
                changed.awaitUninterruptibly();
            }
            waiting.add(rows);
            changed.signalAll();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The next rows, once they are there; empty once it is closed. */
    Optional<ReadRows> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            changed.signalAll();
            return Optional.ofNullable(waiting.poll());
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
