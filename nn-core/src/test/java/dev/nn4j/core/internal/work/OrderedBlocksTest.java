// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.compute.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OrderedBlocksTest {
    private static final int NEVER = Integer.MAX_VALUE;

    /** Numbers from 0 on, one of which cannot be read. */
    private static final class Numbers implements OrderedBlocks.Blocks<Integer> {
        private final int count;
        private final int unreadable;
        private final Set<Thread> readers = new HashSet<>();
        private int next;

        Numbers(int count, int unreadable) {
            this.count = count;
            this.unreadable = unreadable;
        }

        Numbers(int count) {
            this(count, NEVER);
        }

        @Override
        public Optional<Integer> next() throws IOException {
            readers.add(Thread.currentThread());
            if (next == unreadable) {
                throw new IOException("read " + next);
            }
            return next == count ? Optional.empty() : Optional.of(next++);
        }
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    /** Works for a while that differs from block to block, and fails at some. */
    private static Function<Integer, Integer> uneven(Set<Integer> failing) {
        Random random = new Random(0);
        return block -> {
            for (int i = random.nextInt(20_000); i > 0; i--) {
                Thread.onSpinWait();
            }
            if (failing.contains(block)) {
                throw new IllegalStateException("work " + block);
            }
            return block;
        };
    }

    private static List<Integer> taken(
            OrderedBlocks.Blocks<Integer> source, int threads, Set<Integer> failing, int untakeable, List<Integer> into)
            throws IOException {
        OrderedBlocks.<Integer, Integer>over(source, threads, Cancellation.none(), () -> uneven(failing), worked -> {
            if (worked == untakeable) {
                throw new IOException("take " + worked);
            }
            into.add(worked);
        });
        return into;
    }

    private static List<Thread> helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("nn4j-block-worker"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void whatComesOfBlocksIsTakenInOrder(int threads) throws IOException {
        for (int count : new int[] {0, 1, 2, 3, 30, 500}) {
            assertThat(taken(new Numbers(count), threads, Set.of(), NEVER, new ArrayList<>()))
                    .isEqualTo(upTo(count));
        }
    }

    @Test
    void theCallingThreadAloneReads() throws IOException {
        Numbers source = new Numbers(200);
        taken(source, 4, Set.of(), NEVER, new ArrayList<>());
        assertThat(source.readers).containsExactly(Thread.currentThread());
    }

    @Test
    void eachThreadHasItsOwnWorker() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger strangers = new AtomicInteger();
        OrderedBlocks.<Integer, Integer>over(
                new Numbers(300),
                3,
                Cancellation.none(),
                () -> {
                    Thread own = Thread.currentThread();
                    assertThat(threads.add(own)).isTrue();
                    return block -> {
                        strangers.addAndGet(Thread.currentThread() == own ? 0 : 1);
                        return block;
                    };
                },
                worked -> {});
        assertThat(strangers).hasValue(0);
        assertThat(threads).hasSizeBetween(1, 3);
    }

    @Test
    void oneBlockStartsNoThread() throws IOException {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        OrderedBlocks.<Integer, Integer>over(
                new Numbers(1),
                8,
                Cancellation.none(),
                () -> block -> {
                    workers.add(Thread.currentThread());
                    assertThat(helpers()).isEmpty();
                    return block;
                },
                worked -> {});
        assertThat(workers).containsExactly(Thread.currentThread());
    }

    @Test
    void aSourceThatStopsToThinkHoldsNothingUp() throws IOException {
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch allTaken = new CountDownLatch(10);
        Numbers numbers = new Numbers(10);
        OrderedBlocks.<Integer, Integer>over(
                () -> {
                    Optional<Integer> next = numbers.next();
                    if (next.isEmpty()) {
                        await(allTaken);
                    }
                    return next;
                },
                2,
                Cancellation.none(),
                () -> block -> block,
                worked -> {
                    taken.add(worked);
                    allTaken.countDown();
                });
        assertThat(taken).isEqualTo(upTo(10));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void neverAreManyBlocksBetweenReadingAndTaking(int threads) throws IOException {
        AtomicInteger taken = new AtomicInteger();
        Numbers numbers = new Numbers(400);
        List<Integer> ahead = new ArrayList<>();
        OrderedBlocks.<Integer, Integer>over(
                () -> {
                    ahead.add(numbers.next - taken.get());
                    return numbers.next();
                },
                threads,
                Cancellation.none(),
                () -> uneven(Set.of()),
                worked -> taken.incrementAndGet());
        assertThat(ahead).allSatisfy(blocks -> assertThat(blocks).isLessThanOrEqualTo(3 * threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theFirstFaultInOrderCounts(int threads) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 30; attempt++) {
            int unreadable = random.nextInt(60);
            int untakeable = random.nextInt(60);
            Set<Integer> failing = Set.copyOf(random.ints(2, 0, 60).boxed().toList());
            int first = Math.min(Math.min(unreadable, untakeable), Collections.min(failing));
            String fault = failing.contains(first) && first != unreadable
                    ? "work " + first
                    : (first == unreadable ? "read " : "take ") + first;
            List<Integer> taken = new ArrayList<>();
            assertThatThrownBy(() -> taken(new Numbers(60, unreadable), threads, failing, untakeable, taken))
                    .as("seed %d, attempt %d", seed, attempt)
                    .hasMessage(fault);
            assertThat(taken).as("seed %d, attempt %d", seed, attempt).isEqualTo(upTo(first));
            assertThat(helpers()).isEmpty();
        }
    }

    /** Takes blocks up to one, with which it has enough. */
    private record Enough(int last, List<Integer> taken) implements OrderedBlocks.Taker<Integer> {
        @Override
        public void take(Integer worked) {
            taken.add(worked);
        }

        @Override
        public boolean wantsMore() {
            return taken.size() <= last;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void whereNoMoreIsWantedAllEndsAndNoFaultBehindCounts(int threads) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 30; attempt++) {
            int last = random.nextInt(40);
            Set<Integer> failing = Set.of(last + 1 + random.nextInt(5));
            Numbers source = new Numbers(NEVER, last + 1 + random.nextInt(5));
            Enough taker = new Enough(last, new ArrayList<>());
            OrderedBlocks.<Integer, Integer>over(source, threads, Cancellation.none(), () -> uneven(failing), taker);
            assertThat(taker.taken()).as("seed %d, attempt %d", seed, attempt).isEqualTo(upTo(last + 1));
            assertThat(helpers()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void errorsComeThroughAsThemselves(int threads) {
        AssertionError error = new AssertionError("planted");
        assertThatThrownBy(() -> OrderedBlocks.<Integer, Integer>over(
                        new Numbers(20),
                        threads,
                        Cancellation.none(),
                        () -> block -> {
                            throw error;
                        },
                        worked -> {}))
                .isSameAs(error);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCancellationEndsAll(int threads) {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        assertThatThrownBy(() -> OrderedBlocks.<Integer, Integer>over(
                        new Numbers(NEVER),
                        threads,
                        Cancellation.when(cancelled::get),
                        () -> block -> block,
                        worked -> {
                            taken.add(worked);
                            cancelled.set(worked == 20);
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(taken).isEqualTo(upTo(21));
        assertThat(helpers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anInterruptEndsAllAndIsKept(int threads) {
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> OrderedBlocks.<Integer, Integer>over(
                        new Numbers(NEVER),
                        threads,
                        Cancellation.when(() -> false),
                        () -> block -> {
                            if (block == 20) {
                                caller.interrupt();
                            }
                            return block;
                        },
                        worked -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anInterruptThatCancelsNothingIsKept(int threads) throws IOException {
        Thread.currentThread().interrupt();
        assertThat(taken(new Numbers(100), threads, Set.of(), NEVER, new ArrayList<>()))
                .isEqualTo(upTo(100));
        assertThat(Thread.interrupted()).isTrue();
    }
}
