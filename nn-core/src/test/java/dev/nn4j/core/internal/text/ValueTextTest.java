// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Unseen;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Texts of a program's values: equal numbers have one, and it is the same on every JDK. */
class ValueTextTest {
    private static String text(Object value) {
        return ValueText.of(value).orElseThrow();
    }

    @Test
    void equalNumbersHaveOneTextWhateverTheirType() {
        assertThat(List.<Object>of(
                        2, 2L, (short) 2, 2f, 2.0, new BigDecimal("2.00"), BigInteger.TWO, new AtomicLong(2)))
                .extracting(ValueTextTest::text)
                .containsOnly("2");
        assertThat(List.<Object>of(2147483648f, 2147483648L, 2147483648.0, new BigDecimal("2147483648.0")))
                .extracting(ValueTextTest::text)
                .containsOnly("2147483648");
        assertThat(List.<Object>of(0.5f, 0.5, new BigDecimal("0.50")))
                .extracting(ValueTextTest::text)
                .containsOnly("0.5");
        assertThat(List.<Object>of(0, -0.0, -0f))
                .extracting(ValueTextTest::text)
                .containsOnly("0");
    }

    @Test
    void wholeNumbersAreWrittenToTheirLastDigitBeyondLongsToo() {
        assertThat(text(0x1p63)).isEqualTo("9223372036854775808");
        assertThat(text((double) Long.MIN_VALUE)).isEqualTo(text(Long.MIN_VALUE));
        assertThat(text(2e23)).isEqualTo("199999999999999983222784");
        assertThat(text(0x1p100f)).isEqualTo(BigInteger.TWO.pow(100).toString()).isEqualTo(text(0x1p100));
    }

    @Test
    void otherNumbersAreTheShortestDecimalsOnEveryJdk() {
        assertThat(text(0.1)).isEqualTo("0.1");
        assertThat(text(0.1f)).isEqualTo("0.1");
        assertThat(text(2.0E-3)).isEqualTo("0.002");
        assertThat(text(2.0E-322)).endsWith("00002"); // JDK 17 itself writes 1.98E-322
        assertThat(text(1.17549435E-38f)).isEqualTo(new BigDecimal("1.1754944E-38").toPlainString());
        DoubleAdder sum = new DoubleAdder();
        sum.add(2);
        assertThat(text(sum)).isEqualTo("2");
    }

    @Test
    void aValueStandsForTheCategoryOfAnEqualNumber() {
        Function<List<String>, CategoryKind> categories = listed -> new CategoryKind(listed, Unseen.ERROR);
        assertThat(index(categories.apply(List.of("1.0", "2.0")), 2)).isEqualTo(1);
        assertThat(index(categories.apply(List.of("1", "2")), 2.0)).isEqualTo(1);
        assertThat(index(categories.apply(List.of("1", "2.50")), new BigDecimal("2.50")))
                .isEqualTo(1);
        assertThat(index(categories.apply(List.of("1", "2147483648")), 2147483648f))
                .isEqualTo(1);
        assertThat(index(categories.apply(List.of("2.0", "2")), 2.0))
                .as("as in a table")
                .isEqualTo(1);
    }

    private static float index(CategoryKind kind, Object value) {
        float[] raw = new float[1];
        kind.read(value, "c", raw, 0);
        return raw[0];
    }
}
