// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 64})
    void everyShareIsDoneOnceAndBeforeTheCallReturns(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int round = 0; round < 2000; round++) {
                AtomicIntegerArray done = new AtomicIntegerArray(threads);
                workers.run((worker, of) -> done.incrementAndGet(worker), true);
                for (int worker = 0; worker < threads; worker++) {
                    assertThat(done.get(worker)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void whatIsNotWorthSharingRunsOnTheCallingThreadAloneAndStartsNoOther() {
        try (Workers workers = new Workers(4)) {
            workers.run(
                    (worker, of) -> {
                        assertThat(worker).isZero();
                        assertThat(of).isEqualTo(1);
                        assertThat(Thread.currentThread().getName()).doesNotContain("nn4j");
                    },
                    false);
            assertThat(helpersAlive()).isEmpty();
        }
    }

    @Test
    void noThreadIsLeftWhenTheTeamIsClosed() {
        Workers workers = new Workers(3);
        workers.run((worker, of) -> {}, true);
        assertThat(helpersAlive()).hasSize(2).allMatch(Thread::isDaemon);
        workers.close();
        assertThat(helpersAlive()).isEmpty();
    }

    @Test
    void helpersThatHaveGoneToSleepWakeUpAgain() throws InterruptedException {
        try (Workers workers = new Workers(2)) {
            AtomicInteger done = new AtomicInteger();
            for (int round = 0; round < 5; round++) {
                workers.run((worker, of) -> done.incrementAndGet(), true);
                Thread.sleep(20);
            }
            assertThat(done).hasValue(10);
        }
    }

    @Test
    void anErrorOfAnyShareReachesTheCallerAndTheTeamGoesOn() {
        try (Workers workers = new Workers(3)) {
            for (int failing = 0; failing < 3; failing++) {
                int bad = failing;
                assertThatThrownBy(() -> workers.run(
                                (worker, of) -> {
                                    if (worker == bad) {
                                        throw new IllegalStateException("share " + bad);
                                    }
                                },
                                true))
                        .hasMessage("share " + bad);
            }
            AtomicInteger done = new AtomicInteger();
            workers.run((worker, of) -> done.incrementAndGet(), true);
            assertThat(done).hasValue(3);
        }
    }

    @Test
    void anInterruptedCallerStillGetsItsResultAndStaysInterrupted() {
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();
        try (Workers workers = new Workers(2)) {
            workers.run((worker, of) -> done.incrementAndGet(), true);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasValue(2);
    }

    @Test
    void teamsWorkInAHostsOwnPoolSideBySide() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            AtomicInteger done = new AtomicInteger();
            List<Future<?>> hosts = new ArrayList<>();
            for (int host = 0; host < 4; host++) {
                hosts.add(pool.submit(() -> {
                    try (Workers workers = new Workers(2)) {
                        for (int round = 0; round < 100; round++) {
                            workers.run((worker, of) -> done.incrementAndGet(), true);
                        }
                    }
                }));
            }
            for (Future<?> host : hosts) {
                host.get();
            }
            assertThat(done).hasValue(800);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aCheckedExceptionThatNobodyDeclaredReachesTheCaller() {
        IOException checked = new IOException("of Kotlin");
        for (int failing = 0; failing < 3; failing++) {
            int bad = failing;
            try (Workers workers = new Workers(3)) {
                assertThatThrownBy(() -> workers.run(
                                (worker, of) -> {
                                    if (worker == bad) {
                                        throw Thrown.asItIs(checked);
                                    }
                                },
                                true))
                        .isSameAs(checked);
            }
            assertThat(helpersAlive()).isEmpty();
        }
    }

    @Test
    void aTeamIsCountedWithAsManyAsAreAtWorkUntilItIsClosed() {
        Crowd two = new Crowd(2);
        Crowd.Place other = two.newPlace();
        other.take(1);
        try (Workers workers = new Workers(2, two)) {
            assertThat(other.isCrowded()).isFalse();
            workers.run((worker, of) -> {}, false);
            assertThat(other.isCrowded()).isFalse();
            workers.run((worker, of) -> {}, true);
            assertThat(other.isCrowded()).isTrue();
            workers.run((worker, of) -> {}, true);
            other.leave();
            assertThat(other.isCrowded()).isFalse();
            other.take(1);
        }
        other.take(2);
        assertThat(other.isCrowded()).isFalse();
    }

    @Test
    void aTeamInACrowdParksWhileItWaitsAndStillDoesItsWork() throws InterruptedException {
        Crowd one = new Crowd(1);
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(2, one)) {
            for (int round = 0; round < 500; round++) {
                workers.run((worker, of) -> done.incrementAndGet(), true);
            }
            assertThat(done).hasValue(1000);
            Thread helper = helpersAlive().get(0);
            while (helper.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
    }

    private static List<Thread> helpersAlive() {
        Thread[] threads = new Thread[Thread.activeCount() + 16];
        int count = Thread.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(thread -> thread.getName().startsWith("nn4j-worker-"))
                .toList();
    }
}
