// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are not finite are found wherever they stand, and great ones are not taken for such. */
class FiniteNumbersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 30, 100})
    void theFirstIsFoundAtEveryPlaceAndNothingBehindTheCountIs(int count) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int place = 0; place < count; place++) {
                float[] numbers = new float[count + 1];
                Arrays.fill(numbers, -0.5f);
                numbers[count] = bad;
                assertThat(FiniteNumbers.firstNotFinite(numbers, count)).isEqualTo(-1);
                numbers[place] = bad;
                assertThat(FiniteNumbers.firstNotFinite(numbers, count)).isEqualTo(place);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 30})
    void numbersWhoseSumIsInfiniteAreFinite(int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, Float.MAX_VALUE);
        assertThat(FiniteNumbers.firstNotFinite(numbers, count)).isEqualTo(-1);
        for (int i = 0; i < count; i += 2) {
            numbers[i] = -Float.MAX_VALUE;
        }
        assertThat(FiniteNumbers.firstNotFinite(numbers, count)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 30})
    void infinitiesThatAddUpToNaNAreFound(int count) {
        float[] numbers = new float[count];
        numbers[count - 2] = Float.POSITIVE_INFINITY;
        numbers[count - 1] = Float.NEGATIVE_INFINITY;
        assertThat(FiniteNumbers.firstNotFinite(numbers, count)).isEqualTo(count - 2);
    }
}
