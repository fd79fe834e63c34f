// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.compute.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnWalkTest {
    private static final int ROWS = 50_000;
    private static final int COLUMNS = 7;

    /** A column that notes what it sees, and fails at a row. */
    private static final class Noted implements ColumnWalk.Column {
        private final int failing;
        private final String name;
        private final List<Integer> begins = new ArrayList<>();
        private int next;

        Noted(String name, int failing) {
            this.name = name;
            this.failing = failing;
        }

        @Override
        public void see(int from, int to) {
            assertThat(from).isEqualTo(next);
            next = to;
            begins.add(from);
            if (from <= failing && failing < to) {
                throw new IllegalStateException(name + " at " + failing);
            }
        }
    }

    private static List<Noted> sound() {
        return IntStream.range(0, COLUMNS).mapToObj(c -> new Noted("c" + c, -1)).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void everyColumnSeesAllRowsInOrder(int threads) {
        List<Noted> columns = sound();
        ColumnWalk.over(ROWS, threads, Cancellation.none(), columns);
        assertThat(columns).allSatisfy(column -> {
            assertThat(column.next).isEqualTo(ROWS);
            assertThat(column.begins).isEqualTo(columns.get(0).begins);
        });
    }

    /** Each waits for the others at its first block: the calling thread would do the share of a helper that comes late. */
    @Test
    void columnsOfManyRowsAreShared() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch allCame = new CountDownLatch(3);
        ColumnWalk.Column meeting = (from, to) -> {
            if (threads.add(Thread.currentThread())) {
                allCame.countDown();
            }
            await(allCame);
        };
        ColumnWalk.over(ROWS, 3, Cancellation.none(), Collections.nCopies(COLUMNS, meeting));
        assertThat(threads).hasSize(3);
    }

    @Test
    void columnsOfFewRowsAreSeenByTheCallingThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        ColumnWalk.Column column = (from, to) -> threads.add(Thread.currentThread());
        ColumnWalk.over(100, 3, Cancellation.none(), Collections.nCopies(COLUMNS, column));
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Columns 5 and 2 fail in the same rows, columns 0 and 6 later ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void theFaultIsTheOneThatOneThreadMeetsFirst(int threads) {
        int[] failing = {ROWS - 1, -1, 9000, -1, -1, 8900, 20_000};
        for (int again = 0; again < 20; again++) {
            List<Noted> columns = IntStream.range(0, COLUMNS)
                    .mapToObj(c -> new Noted("c" + c, failing[c]))
                    .toList();
            assertThatThrownBy(() -> ColumnWalk.over(ROWS, threads, Cancellation.none(), columns))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("c2 at 9000");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aCancellationEndsIt(int threads) {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<ColumnWalk.Column> slow = new ArrayList<>();
        IntStream.range(0, COLUMNS)
                .forEach(c -> slow.add((from, to) -> {
                    cancelled.set(true);
                    pause();
                }));
        assertThatThrownBy(() -> ColumnWalk.over(Integer.MAX_VALUE, threads, Cancellation.when(cancelled::get), slow))
                .isInstanceOfSatisfying(
                        CancellationException.class,
                        e -> assertThat(Cancellation.isCauseOf(e)).isTrue());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void thingsThatAreMadeComeInOrderAndTheFirstFaultCounts(int threads) {
        assertThat(SharedLoop.of(100, threads, i -> i * i))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> i * i).toList());
        assertThat(SharedLoop.of(0, threads, i -> i)).isEmpty();
        assertThatThrownBy(() -> SharedLoop.of(100, threads, i -> {
                    if (i == 17 || i == 18 || i == 99) {
                        throw new IllegalStateException("thing " + i);
                    }
                    return i;
                }))
                .hasMessage("thing 17");
    }
}
