// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.math.RandomStream.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final long SEED = 20240229L;

    private static RandomStream stream() {
        return RandomStream.of(SEED, Purpose.DROPOUT, 3, 17);
    }

    @Test
    void coordinatesEnterTheCounterAsDocumented() {
        int[] words = new int[Philox.WORDS];
        long round = 0x2abc_89ab_cdefL;
        // word 3: purpose 4 bits | layer 14 bits | upper 14 bits of round; word 2: lower 32 bits of round
        int word3 = 6 << 28 | 0x1234 << 14 | 0x2abc;
        Philox.block(SEED, 5, (long) word3 << 32 | 0x89ab_cdefL, words, 0);
        RandomStream stream = RandomStream.of(SEED, Purpose.PLUGIN, 0x1234, round);
        assertThat(words).containsExactly(stream.bitsAt(20), stream.bitsAt(21), stream.bitsAt(22), stream.bitsAt(23));
    }

    @Test
    void codesOfPurposesNeverChange() {
        assertThat(Purpose.values())
                .extracting(Purpose::name, Purpose::code)
                .containsExactly(
                        tuple("INITIALIZATION", 0),
                        tuple("SHUFFLE", 1),
                        tuple("DROPOUT", 2),
                        tuple("SPLIT", 3),
                        tuple("FOLDS", 4),
                        tuple("SAMPLE", 5),
                        tuple("PLUGIN", 6),
                        tuple("MEMBER", 7),
                        tuple("TRIAL", 8));
    }

    @Test
    void wordsAtAnIndexAreTheSequentialOnes() {
        RandomStream sequential = stream();
        RandomStream random = stream();
        int[] drawn = IntStream.range(0, 1000).map(i -> sequential.nextInt()).toArray();
        for (int i = drawn.length - 1; i >= 0; i--) {
            assertThat(random.bitsAt(i)).isEqualTo(drawn[i]);
        }
    }

    @Test
    void lookingElsewhereDoesNotMoveThePosition() {
        RandomStream plain = stream();
        RandomStream disturbed = stream();
        for (int i = 0; i < 50; i++) {
            disturbed.bitsAt(1_000_000_007L * i);
            assertThat(disturbed.nextInt()).isEqualTo(plain.nextInt());
        }
    }

    @Test
    void filledBitsAreTheWordsAtTheirIndices() {
        RandomStream stream = stream();
        for (int first = 0; first < 6; first++) {
            for (int count = 0; count < 14; count++) {
                int[] target = new int[count + 4];
                stream.fillBits(target, 2, 2 + count, first);
                for (int i = 0; i < target.length; i++) {
                    boolean inside = i >= 2 && i < 2 + count;
                    assertThat(target[i]).isEqualTo(inside ? stream.bitsAt(first + i - 2) : 0);
                }
            }
        }
    }

    @Test
    void indicesReachBeyondThirtyTwoBits() {
        RandomStream stream = stream();
        int[] target = new int[9];
        long first = (1L << 40) + 3;
        stream.fillBits(target, 0, 9, first);
        for (int i = 0; i < 9; i++) {
            assertThat(target[i]).isEqualTo(stream.bitsAt(first + i));
        }
        assertThat(stream.bitsAt(first)).isNotEqualTo(stream.bitsAt(3));
        assertThat(stream.bitsAt(Long.MAX_VALUE)).isNotEqualTo(stream.bitsAt(3));
    }

    @Test
    void streamsThatDifferInOnePartDiffer() {
        Set<Long> firsts = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            firsts.add(RandomStream.of(0, purpose, 0, 0).nextLong());
        }
        for (int bit = 0; bit < 64; bit++) {
            firsts.add(RandomStream.of(1L << bit, Purpose.INITIALIZATION, 0, 0).nextLong());
        }
        for (int bit = 0; bit < 14; bit++) {
            firsts.add(RandomStream.of(0, Purpose.INITIALIZATION, 1 << bit, 0).nextLong());
        }
        for (int bit = 0; bit < 46; bit++) {
            firsts.add(RandomStream.of(0, Purpose.INITIALIZATION, 0, 1L << bit).nextLong());
        }
        assertThat(firsts).hasSize(9 + 64 + 14 + 46);
    }

    @Test
    void greatestCoordinatesAreAllowed() {
        RandomStream stream = RandomStream.of(-1, Purpose.PLUGIN, RandomStream.MAX_LAYER, RandomStream.MAX_ROUND);
        assertThat(stream.nextInt()).isEqualTo(-18559201);
    }

    @Test
    void coordinatesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomStream.of(1, Purpose.SHUFFLE, -1, 0))
                .withMessage("layer must be in [0, 16383], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomStream.of(1, Purpose.SHUFFLE, 16384, 0))
                .withMessage("layer must be in [0, 16383], got 16384");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomStream.of(1, Purpose.SHUFFLE, 0, -1))
                .withMessage("round must be in [0, 70368744177663], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomStream.of(1, Purpose.SHUFFLE, 0, 1L << 46))
                .withMessage("round must be in [0, 70368744177663], got 70368744177664");
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        RandomStream stream = stream();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.nextInt(0))
                .withMessage("bound must be > 0, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.bitsAt(-1))
                .withMessage("index must be >= 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.fillBits(new int[8], 0, 8, -8))
                .withMessage("index must be >= 0, got -8");
        assertThatThrownBy(() -> stream.fillBits(new int[8], 1, 9, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.nextUniform(2f, 1f))
                .withMessageEndingWith("got low 2.0, high 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextUniform(Float.NaN, 1f));
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextUniform(0f, Float.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextUniform(-Float.MAX_VALUE, Float.MAX_VALUE));
    }

    @Test
    void drawsAreMadeOfWordsAsDocumented() {
        RandomStream words = stream();
        RandomStream draws = stream();
        assertThat(draws.nextLong()).isEqualTo((long) words.nextInt() << 32 | (words.nextInt() & 0xFFFFFFFFL));
        assertThat(draws.nextFloat()).isEqualTo((words.nextInt() >>> 8) / 16777216f);
        assertThat(draws.nextDouble()).isEqualTo((words.nextLong() >>> 11) / 9007199254740992.0);
        assertThat(draws.nextUniform(-3f, 5f)).isEqualTo(Math.fma(8f, words.nextFloat(), -3f));
    }

    @Test
    void firstValuesOfEachKindNeverChange() {
        RandomStream stream = stream();
        assertThat(new int[] {stream.nextInt(), stream.nextInt(), stream.nextInt()})
                .containsExactly(-1761988392, 95223504, 2000090972);
        assertThat(new long[] {stream.nextLong(), stream.nextLong()})
                .containsExactly(-7894752472261305516L, -6229771560949060598L);
        assertThat(new float[] {stream.nextFloat(), stream.nextFloat()}).containsExactly(0.62183803f, 0.12038714f);
        assertThat(new double[] {stream.nextDouble(), stream.nextDouble()})
                .containsExactly(0.8845506612310834, 0.5791336693523902);
        assertThat(new int[] {stream.nextInt(10), stream.nextInt(1000), stream.nextInt((1 << 30) + 1)})
                .containsExactly(2, 357, 1056139368);
        assertThat(new float[] {stream.nextUniform(-1, 1), stream.nextUniform(0, 1e-3f)})
                .containsExactly(-0.16519904f, 1.3593376E-5f);
        assertThat(new double[] {stream.nextGaussian(), stream.nextGaussian(), stream.nextGaussian()})
                .containsExactly(0.22027037958904377, -0.7532224976767887, 0.8716859318078961);
        int[] values = IntStream.range(0, 10).toArray();
        stream.shuffle(values);
        assertThat(values).containsExactly(0, 2, 3, 9, 6, 8, 5, 1, 4, 7);
    }

    /** The statistics below have fixed seeds; their limits lie near the 99.99 % points of their distributions. */
    @Test
    void floatsFillTheUnitIntervalEvenly() {
        RandomStream stream = stream();
        int[] counts = new int[100];
        for (int i = 0; i < 100_000; i++) {
            counts[(int) (stream.nextFloat() * 100)]++;
        }
        assertThat(chiSquare(counts)).isBetween(55.0, 161.0);
    }

    @Test
    void doublesFillTheUnitIntervalEvenly() {
        RandomStream stream = stream();
        int[] counts = new int[100];
        for (int i = 0; i < 100_000; i++) {
            counts[(int) (stream.nextDouble() * 100)]++;
        }
        assertThat(chiSquare(counts)).isBetween(55.0, 161.0);
    }

    @Test
    void everyBitIsSetHalfTheTime() {
        RandomStream stream = stream();
        int[] counts = new int[32];
        for (int i = 0; i < 100_000; i++) {
            int word = stream.nextInt();
            for (int bit = 0; bit < 32; bit++) {
                counts[bit] += (word >>> bit) & 1;
            }
        }
        for (int count : counts) {
            assertThat(count).isCloseTo(50_000, within(800)); // 5 deviations
        }
    }

    @Test
    void boundedIntegersAreEven() {
        RandomStream stream = stream();
        int[] small = new int[7];
        int[] thirds = new int[3];
        int bound = 3 << 29; // a bare "word mod bound" or unrejected product would favour some values by half
        for (int i = 0; i < 70_000; i++) {
            small[stream.nextInt(7)]++;
            thirds[stream.nextInt(bound) % 3]++;
        }
        assertThat(chiSquare(small)).isLessThan(27.9);
        assertThat(chiSquare(thirds)).isLessThan(18.4);
        assertThat(stream.nextInt(1)).isZero();
    }

    @Test
    void gaussianHasTheMomentsOfTheNormalDistribution() {
        RandomStream stream = stream();
        int count = 200_000;
        double[] moments = new double[5];
        for (int i = 0; i < count; i++) {
            double value = stream.nextGaussian();
            double power = 1;
            for (int k = 1; k <= 4; k++) {
                power *= value;
                moments[k] += power / count;
            }
        }
        assertThat(moments[1]).isCloseTo(0, within(0.009)); // 4 deviations of each: sqrt(1, 2, 15, 96 / count)
        assertThat(moments[2]).isCloseTo(1, within(0.013));
        assertThat(moments[3]).isCloseTo(0, within(0.035));
        assertThat(moments[4]).isCloseTo(3, within(0.088));
    }

    @Test
    void uniformStaysWithinItsEnds() {
        RandomStream stream = stream();
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            float value = stream.nextUniform(-2f, 6f);
            assertThat(value).isBetween(-2f, 6f);
            sum += value;
        }
        assertThat(sum / 10_000).isCloseTo(2, within(0.1));
        assertThat(stream.nextUniform(5f, 5f)).isEqualTo(5f);
    }

    @Test
    void shuffleKeepsEveryElement() {
        int[] values = IntStream.range(0, 1000).toArray();
        stream().shuffle(values);
        assertThat(values).isNotEqualTo(IntStream.range(0, 1000).toArray());
        Arrays.sort(values);
        assertThat(values).isEqualTo(IntStream.range(0, 1000).toArray());
    }

    @Test
    void elementsOfAnyKindAreShuffledAsNumbersAre() {
        int[] numbers = IntStream.range(0, 100).toArray();
        List<Integer> elements = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        stream().shuffle(numbers);
        stream().shuffle(100, (one, other) -> Collections.swap(elements, one, other));
        assertThat(elements).containsExactly(Arrays.stream(numbers).boxed().toArray(Integer[]::new));
    }

    @Test
    void shuffleMakesEveryOrderOfThreeEquallyOften() {
        RandomStream stream = stream();
        int[] counts = new int[27];
        for (int i = 0; i < 60_000; i++) {
            int[] values = {0, 1, 2};
            stream.shuffle(values);
            counts[values[0] * 9 + values[1] * 3 + values[2]]++;
        }
        int[] orders = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertThat(orders).hasSize(6);
        assertThat(chiSquare(orders)).isLessThan(25.7);
    }

    @Test
    void shuffleOfNothingOrOneDrawsNothing() {
        RandomStream stream = stream();
        stream.shuffle(new int[0]);
        stream.shuffle(new int[] {5});
        assertThat(stream.nextInt()).isEqualTo(stream().nextInt());
    }

    private static double chiSquare(int[] counts) {
        double expected = (double) Arrays.stream(counts).sum() / counts.length;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}
