// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSplitsTest {
    /** Where the test rows of scikit-learn 1.2.1's {@code TimeSeriesSplit(k).split(range(n))} begin. */
    @ParameterizedTest(name = "{0} rows, {1} folds")
    @CsvSource({
        "398, 5, '68 134 200 266 332'",
        "4177, 3, '1045 2089 3133'",
        "8760, 4, '1752 3504 5256 7008'",
        "11, 5, '6 7 8 9 10'",
        "6, 5, '1 2 3 4 5'"
    })
    void windowsExpandAsThoseOfScikitLearn(int rows, int folds, String expected) {
        long[] starts =
                Arrays.stream(expected.split(" ")).mapToLong(Long::parseLong).toArray();
        long[] times = LongStream.range(0, rows).toArray();
        assertThat(new TimeSplits(rows, row -> times[row]).expanding(folds)).containsExactly(starts);
        shuffle(times, 7);
        assertThat(new TimeSplits(rows, row -> times[row]).expanding(folds))
                .as("whatever the order of the rows")
                .containsExactly(starts);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLastRowsAreLaterWhateverTheNumbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = random.longs(500).toArray();
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        assertThat(new TimeSplits(500, row -> times[row]).later(0.2))
                .as("seed %d", seed)
                .containsExactly(sorted[400]);
    }

    @Test
    void rowsOfOneTimeAreNotDivided() {
        long[] times = {1, 1, 1, 2, 2, 2, 2, 3};
        TimeSplits splits = new TimeSplits(times.length, row -> times[row]);
        assertThat(splits.later(0.25)).containsExactly(2);
        assertThat(splits.later(0.01)).containsExactly(3);
        assertThat(splits.later(0.9)).as("not the first time").containsExactly(2);
        assertThat(splits.expanding(2)).as("both would begin within the second").containsExactly(2);
    }

    @Test
    void withOneTimeNothingIsLater() {
        assertThat(new TimeSplits(5, row -> 4).later(0.5)).isEmpty();
        assertThat(new TimeSplits(5, row -> Long.MAX_VALUE).expanding(2)).isEmpty();
        assertThat(new TimeSplits(2, row -> row).expanding(2)).isEmpty();
    }

    private static void shuffle(long[] numbers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            long number = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = number;
        }
    }
}
