// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshMemoryTest {
    private static final long MANY = 1L << 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void arraysComeInOrderWhoeverMadeThem(int threads) {
        List<float[]> made = FreshMemory.of(5, MANY, threads, i -> new float[i]);
        assertThat(made).extracting(array -> array.length).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatIsSmallIsMadeOnTheCallingThread() {
        Set<Thread> makers = ConcurrentHashMap.newKeySet();
        FreshMemory.of(4, 1000, 3, i -> {
            makers.add(Thread.currentThread());
            return new float[1];
        });
        assertThat(makers).containsExactly(Thread.currentThread());
    }

    @Test
    void memoryThatThereIsNotIsSaidByTheThreadThatAsked() {
        OutOfMemoryError none = new OutOfMemoryError("as if");
        assertThatThrownBy(() -> FreshMemory.of(3, MANY, 2, i -> {
                    if (i == 1) {
                        throw none;
                    }
                    return new float[1];
                }))
                .isSameAs(none);
    }
}
