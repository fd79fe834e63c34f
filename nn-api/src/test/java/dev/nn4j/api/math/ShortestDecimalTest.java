// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of numbers that no JDK decides. */
class ShortestDecimalTest {
    private static final long SEED = 20261129;
    private static final int ROUNDS = 5_000;
    private static final int FIRST_WITH_SHORTEST = 19;

    /** What JDK 25 writes; JDK 17 writes some of them longer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.0",
                "0.1",
                "-2.5",
                "0.001",
                "9.99E-4",
                "0.002",
                "100.0",
                "1234567.0",
                "1.0E7",
                "-1.0E7",
                "2.0E23",
                "1.0E23",
                "8.41E21",
                "2.0E-3",
                "9.007199254740992E15",
                "2.2250738585072014E-308",
                "4.9E-324",
                "9.9E-324",
                "1.7976931348623157E308",
                "1.1957947036720132E15",
                "5.684341886080801E-14",
                "NaN",
                "Infinity"
            })
    void aDoubleHasTheTextOfNewerJdks(String text) {
        assertThat(ShortestDecimal.text(Double.parseDouble(text))).isEqualTo(text.equals("2.0E-3") ? "0.002" : text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.1", "3.0", "1.4E-45", "2.8E-45", "3.4028235E38", "1.17549435E-38", "1.0E10", "8.589935E9"})
    void aFloatHasTheTextOfNewerJdks(String text) {
        String expected = text.equals("1.17549435E-38") ? "1.1754944E-38" : text;
        assertThat(ShortestDecimal.text(Float.parseFloat(text))).isEqualTo(expected);
    }

    @Test
    void everyTextReadsBackAndNoneOfFewerDigitsDoes() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                requireShortest(ShortestDecimal.of(value), value);
                assertThat(Double.parseDouble(ShortestDecimal.text(value))).isEqualTo(value);
            }
            float single = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(single)) {
                assertThat(Float.parseFloat(ShortestDecimal.text(single))).isEqualTo(single);
                assertThat((float) ShortestDecimal.of(single).doubleValue()).isEqualTo(single);
            }
        }
    }

    @Test
    void newerJdksWriteTheSameThemselves() {
        assumeTrue(Runtime.version().feature() >= FIRST_WITH_SHORTEST, "this JDK's own texts are longer");
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertThat(ShortestDecimal.text(value)).isEqualTo(Double.toString(value));
            float single = Float.intBitsToFloat(random.nextInt());
            assertThat(ShortestDecimal.text(single)).isEqualTo(Float.toString(single));
            double power = Math.scalb(1.0, random.nextInt(2046) - 1022);
            assertThat(ShortestDecimal.text(power)).isEqualTo(Double.toString(power));
        }
    }

    @Test
    void whatIsNotFiniteIsNoDecimal() {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> ShortestDecimal.of(Double.NaN));
    }

    private static void requireShortest(BigDecimal decimal, double value) {
        assertThat(decimal.doubleValue()).isEqualTo(value);
        BigDecimal exact = new BigDecimal(value);
        if (decimal.precision() > 2) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN}) {
                assertThat(exact.round(new MathContext(decimal.precision() - 1, mode))
                                .doubleValue())
                        .isNotEqualTo(value);
            }
        }
    }

    /** What doubles tell without doubt, and what they leave to the exact way, beside the exact way alone. */
    @Test
    void theQuickWayOfFloatsGivesTheTextsOfTheExactOne() {
        Random random = new Random(SEED);
        int quick = 0;
        for (int round = 0; round < 20 * ROUNDS; round++) {
            float value = round % 2 == 0
                    ? random.nextFloat()
                    : Float.intBitsToFloat((random.nextInt() & 0x80FFFFFF) + (95 + random.nextInt(66) << 23));
            String text = FloatDigits.text(value);
            if (!text.isEmpty()) {
                quick++;
                BigDecimal exact = ShortestDecimal.of(value);
                assertThat(new BigDecimal(text))
                        .as("%s of seed %s", value, SEED)
                        .isEqualByComparingTo(exact);
                assertThat(ShortestDecimal.textOf(value)).isEqualTo(text);
            }
        }
        assertThat(quick).isGreaterThan(19 * ROUNDS);
    }

    @Test
    void whatJavaWritesWithAndWithoutAnExponentHasTheSameDigits() {
        assertThat(ShortestDecimal.asJavaWrites(false, "12", -3)).isEqualTo("0.0012");
        assertThat(ShortestDecimal.asJavaWrites(true, "12", 0)).isEqualTo("-1.2");
        assertThat(ShortestDecimal.asJavaWrites(false, "12", 1)).isEqualTo("12.0");
        assertThat(ShortestDecimal.asJavaWrites(false, "12", 6)).isEqualTo("1200000.0");
        assertThat(ShortestDecimal.asJavaWrites(false, "12", 7)).isEqualTo("1.2E7");
        assertThat(ShortestDecimal.asJavaWrites(false, "1", -4)).isEqualTo("1.0E-4");
    }
}
