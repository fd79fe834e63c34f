// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where two threads of a check meet in the middle of a planted fault, so that it shows whoever is faster. They do so once;
 * the thread that made the component never waits, and others not long, as they may be alone.
 */
final class Rendezvous {
    private static final int PATIENCE_MILLIS = 100;

    private final Thread maker = Thread.currentThread();
    private final Exchanger<String> threads = new Exchanger<>();
    private volatile boolean over;

    void come() {
        if (over || Thread.currentThread() == maker) {
            return;
        }
        try {
            threads.exchange("here", PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            over = true;
        } catch (TimeoutException e) {
            // alone this time
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
