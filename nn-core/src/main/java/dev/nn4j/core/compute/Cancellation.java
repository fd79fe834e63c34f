// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.compute;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Whether long work is to end: somebody says so, or the thread that works is interrupted. An interrupt is never taken
 * back: who finds work cancelled by one still finds the thread {@linkplain Thread#isInterrupted interrupted}. Immutable and
 * safe for all threads.
 *
 * @since 0.1.0
 */
public final class Cancellation {
    private static final Cancellation NONE = new Cancellation(() -> false, false);

    private final BooleanSupplier asked;
    private final boolean possible;

    private Cancellation(BooleanSupplier asked, boolean possible) {
        this.asked = asked;
        this.possible = possible;
    }

    /** One that never comes, not by an interrupt either. */
    public static Cancellation none() {
        return NONE;
    }

    /**
     * One that comes when this says so, or by an interrupt.
     *
     * @param asked from any thread that works, often; best a flag
     */
    public static Cancellation when(BooleanSupplier asked) {
        return new Cancellation(asked, true);
    }

    /** Whether the work is to end. */
    public boolean isRequested() {
        return possible && (Thread.currentThread().isInterrupted() || asked.getAsBoolean());
    }

    /**
     * Ends the work if that is wanted.
     *
     * @throws CancellationException if so
     */
    public void check() {
        if (isRequested()) {
            throw new Requested();
        }
    }

    /** Whether an exception comes of a {@link #check}, and is not one that somebody else threw. */
    public static boolean isCauseOf(CancellationException exception) {
        return exception instanceof Requested;
    }

    /** A walk that can be cancelled on its way. */
    public Walk newWalk() {
        return new Walk();
    }

    /** A long way in small steps, on which is asked a few times in a second whether to go on. For one thread. */
    public final class Walk {
        private static final int STEPS_TO_CLOCK = 8;
        private static final long PATIENCE_NANOS = 200_000_000L;

        private int steps;
        private long checked = possible ? System.nanoTime() : 0;

        private Walk() {}

        /**
         * One of many steps that take less than a moment each.
         *
         * @throws CancellationException if it was time to ask, and the work is to end
         */
        public void step() {
            if (possible && ++steps % STEPS_TO_CLOCK == 0) {
                longStep();
            }
        }

        /**
         * One of some steps that may take longer.
         *
         * @throws CancellationException if it was time to ask, and the work is to end
         */
        public void longStep() {
            if (possible && System.nanoTime() - checked > PATIENCE_NANOS) {
                check();
                checked = System.nanoTime();
            }
        }
    }

    /** Thrown by a check, so that it can be told from those of others. */
    private static final class Requested extends CancellationException {
        private static final long serialVersionUID = 1L;

        Requested() {
            super("cancelled");
        }
    }
}
