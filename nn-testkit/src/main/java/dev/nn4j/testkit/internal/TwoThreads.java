// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;

/**
 * Looks for state that calls share: two computations run at once, many times, must give what each gives alone.
 *
 * <p>What counts is how often one call really fell into another. On free cores that is at once nearly always; on a busy
 * machine the threads take turns and meet a few times in a second, so they go on until they have met often enough.
 */
public final class TwoThreads {
    private static final int ROUNDS = 200;
    private static final int MEETINGS = 60;

    /** After which nothing more is learnt: the machine has no turn for the other thread. */
    private static final long MOST_NANOS = 1_000_000_000L;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger meetings = new AtomicInteger();
    private final CyclicBarrier start = new CyclicBarrier(2);

    private TwoThreads() {}

    /** A problem if either computation gives another result beside the other one than it gives alone. */
    public static <R> Optional<String> disagreement(Callable<R> one, Callable<R> other, BiPredicate<R, R> same) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            R oneAlone = threads.submit(one).get();
            R otherAlone = threads.submit(other).get();
            TwoThreads pair = new TwoThreads();
            List<Future<Boolean>> agreements = threads.invokeAll(
                    List.of(pair.repeat(one, oneAlone, same, 1), pair.repeat(other, otherAlone, same, 37)));
            boolean agree = agreements.get(0).get() && agreements.get(1).get();
            return agree ? Optional.empty() : Optional.of("gives other bits while another thread calls it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("was interrupted before it could be judged");
        } catch (ExecutionException e) {
            return Optional.of("threw " + e.getCause() + " while another thread called it");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Pauses of 0 to {@code drift} − 1 microseconds keep two like computations from running in step, side by side. */
    private <R> Callable<Boolean> repeat(Callable<R> computation, R alone, BiPredicate<R, R> same, int drift) {
        return () -> {
            start.await();
            long begin = System.nanoTime();
            for (int round = 0; round < ROUNDS || goesOn(begin); round++) {
                pause(round % drift * 1000L);
                long call = calls.incrementAndGet();
                R beside = computation.call();
                if (calls.get() != call) {
                    meetings.incrementAndGet();
                }
                if (!same.test(beside, alone)) {
                    meetings.addAndGet(MEETINGS); // the other thread may stop as well
                    return false;
                }
            }
            return true;
        };
    }

    private static void pause(long nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
    }

    private boolean goesOn(long begin) {
        return meetings.get() < MEETINGS && System.nanoTime() - begin < MOST_NANOS;
    }
}
