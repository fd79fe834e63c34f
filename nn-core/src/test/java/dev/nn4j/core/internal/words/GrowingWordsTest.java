// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowingWordsTest {
    private static final long SEED = 20261202;

    /** As an array that doubles would have them. */
    @Test
    void keepsWordsWhileMoreCome() {
        Random random = new Random(SEED);
        for (int size : new int[] {1, 255, 256, 257, 16_383, 16_384, 16_385, 100_000}) {
            GrowingWords words = new GrowingWords();
            int[] expected = new int[size];
            for (int i = 0; i < size; i++) {
                words.reserve(i + 1);
                expected[i] = random.nextInt();
                words.set(i, expected[i]);
            }
            assertThat(ints(words.kept(size), size))
                    .as("%d words, seed %d", size, SEED)
                    .isEqualTo(expected);
            assertThat(words.get(size - 1)).isEqualTo(expected[size - 1]);
        }
    }

    @Test
    void takesAllOfOthersWhereverSegmentsEnd() {
        Random random = new Random(SEED);
        int[] expected = new int[200_000];
        GrowingWords words = new GrowingWords();
        int count = 0;
        while (count < expected.length) {
            int more = Math.min(expected.length - count, random.nextInt(40_000));
            GrowingWords block = new GrowingWords();
            block.reserve(more);
            for (int i = 0; i < more; i++) {
                expected[count + i] = random.nextInt();
                block.set(i, expected[count + i]);
            }
            words.reserve(count + more);
            words.setAll(count, block, more);
            count += more;
        }
        assertThat(ints(words.kept(count), count)).as("seed %d", SEED).isEqualTo(expected);
    }

    @Test
    void whatIsKeptStaysWhileMoreCome() {
        for (int size : new int[] {0, 1, 300, 16_384, 16_385, 40_000}) {
            GrowingWords words = new GrowingWords();
            words.reserve(size);
            for (int i = 0; i < size; i++) {
                words.set(i, i);
            }
            KeptWords kept = words.kept(size);
            words.reserve(size + 1);
            words.set(size, -1);
            assertThat(ints(kept, size))
                    .isEqualTo(IntStream.range(0, size).toArray())
                    .isEqualTo(ints(KeptWords.of(size, i -> i), size));
            assertThatThrownBy(() -> kept.get(size)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static int[] ints(KeptWords words, int count) {
        return IntStream.range(0, count).map(words::get).toArray();
    }

    @Test
    void givesFloatsByTheirBits() {
        GrowingWords words = new GrowingWords();
        words.reserve(2);
        words.set(0, Float.floatToRawIntBits(-0f));
        words.set(1, Float.floatToRawIntBits(1.5f));
        KeptWords kept = words.kept(2);
        assertThat(new float[] {kept.number(0), kept.number(1)}).containsExactly(-0f, 1.5f);
        assertThat(new GrowingWords().isUsed()).isFalse();
    }

    @Test
    void longsKeepAllTheirBits() {
        long[] values = {1, 7, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0xFFFF_FFFFL, 1L << 32, 3};
        for (int first = 0; first < values.length; first++) {
            GrowingLongs longs = new GrowingLongs();
            long[] expected = Arrays.copyOfRange(values, first, values.length);
            longs.reserve(expected.length);
            for (int i = 0; i < expected.length; i++) {
                longs.set(i, expected[i]);
            }
            assertThat(LongStream.range(0, expected.length)
                            .map(i -> longs.kept(expected.length).applyAsLong((int) i)))
                    .containsExactly(Arrays.stream(expected).boxed().toArray(Long[]::new));
        }
    }
}
