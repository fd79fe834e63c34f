// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestNumberTest {
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0, 0",
        "-0.0, -0",
        "0.1, 0.1",
        "2E-3, 0.002",
        "1e-5, 1E-5",
        "1e10, 1E10",
        "2e23, 2E23",
        "100.5, 100.5"
    })
    void textsAreAsShortAsTheyCanBe(double value, String text) {
        assertThat(ShortestNumber.of(value)).isEqualTo(text);
    }

    @Test
    void floatsAreWrittenAsFloats() {
        assertThat(ShortestNumber.of(0.1f)).isEqualTo("0.1");
        assertThat(ShortestNumber.of(Float.MIN_VALUE)).isEqualTo("1.4E-45");
        assertThat(ShortestNumber.of(3f)).isEqualTo("3");
    }

    @Test
    void everyTextReadsBackToItsNumberAndNoTextOfFewerDigitsDoes() {
        long seed = 20260101;
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                requireShortest(ShortestNumber.of(value), value, seed);
            }
            float single = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(single)) {
                assertThat(Float.parseFloat(ShortestNumber.of(single)))
                        .as("seed " + seed)
                        .isEqualTo(single);
            }
        }
    }

    private static void requireShortest(String text, double value, long seed) {
        assertThat(Double.parseDouble(text)).as("seed " + seed).isEqualTo(value);
        BigDecimal exact = new BigDecimal(value);
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        if (digits > 1) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN}) {
                double shorter = exact.round(new MathContext(digits - 1, mode)).doubleValue();
                assertThat(shorter)
                        .as("%s has a shorter text; seed %d", text, seed)
                        .isNotEqualTo(value);
            }
        }
    }
}
