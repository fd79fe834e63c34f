// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.math.RandomStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellTest {
    private static final Location HERE = new Location("data.csv", 7, 3);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "+1.5, 1.5",
        "-2., -2",
        ".25, 0.25",
        "1e3, 1000",
        "1E+3, 1000",
        "2.5e-3, 0.0025",
        "007, 7",
        "1e-999, 0",
        "3.4028235e38, 3.4028235e38",
        "1.401298464324817e-45, 1.4e-45"
    })
    void plainDecimalNumbersAreRead(String cell, float expected) {
        assertThat(NumberCell.parse(cell, "age", HERE)).isEqualTo(expected);
    }

    @Test
    void aNumberIsTheNearestDoubleRoundedToFloat() {
        // Halfway between two floats for Float.parseFloat's eyes only: the double in between decides.
        String cell = "1.00000017881393432617187499";
        assertThat(NumberCell.parse(cell, "age", HERE)).isEqualTo((float) Double.parseDouble(cell));
        assertThat(NumberCell.parse(cell, "age", HERE)).isNotEqualTo(Float.parseFloat(cell));
    }

    @Test
    void shortNumbersAreThoseOfTheParser() {
        RandomStream random = RandomStream.of(3, RandomStream.Purpose.SPLIT, 0, 0);
        for (int i = 0; i < 100_000; i++) {
            String digits = Long.toString(random.nextLong() >>> 1 + random.nextInt(62));
            int point = random.nextInt(digits.length() + 1);
            String sign = List.of("", "-", "+").get(random.nextInt(3));
            String cell = sign + digits.substring(0, point) + "." + digits.substring(point);
            int expected = Float.floatToRawIntBits((float) Double.parseDouble(cell));
            assertThat(Float.floatToRawIntBits(NumberCell.parse(cell, "age", HERE)))
                    .as(cell)
                    .isEqualTo(expected);
            assertThat(Double.doubleToRawLongBits(NumberCell.valueOf(cell)))
                    .as(cell)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(cell)));
            boolean isShort = digits.length() <= 15;
            assertThat(Double.isNaN(NumberCell.ofShort(cell))).as(cell).isNotEqualTo(isShort);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "+.", "1e5", " 1", "1 ", "1.2.3", "--1", "1,5", "\u0663", "1234567890123456", "NA"
            })
    void whatIsNoShortNumberIsLeftToTheParser(String cell) {
        assertThat(NumberCell.ofShort(cell)).isNaN();
    }

    @Test
    void minusZeroKeepsItsSign() {
        assertThat(Float.floatToRawIntBits(NumberCell.parse("-0", "age", HERE))).isEqualTo(1 << 31);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 12", "12 ", "\t12 ", " 12\r"})
    void spacesAroundANumberAreIgnored(String cell) {
        assertThat(NumberCell.parse(cell, "age", HERE)).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "\u22128.5, -8.5",
        "1e\u22123, 1e-3",
        "(8.5), -8.5",
        "( 12 ), -12",
        "(0), -0",
        "(1e3), -1000",
        "12.50-, -12.5",
        "12.50\u2212, -12.5"
    })
    void aMinusIsReadAsAccountsAndTypographyWriteIt(String cell, float expected) {
        assertThat(NumberCell.isNumber(cell)).isTrue();
        assertThat(Float.floatToRawIntBits(NumberCell.parse(cell, "age", HERE)))
                .isEqualTo(Float.floatToRawIntBits(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2-", "(2", "2)", "()", "(-2)", "(+2)", "-(2)", "((2))", "1(2)", "(1)2", "1.23(4)", "1e(5)", "2.5-3",
                "-2.5-", "(2.5-)", "(a)", ")2("
            })
    void whatMayBeACodeIsNoMinus(String cell) {
        assertThat(NumberCell.isNumber(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "Inf",
                "0x1p3",
                "0x10",
                "1f",
                "1d",
                "2F",
                "1_000",
                "1 000",
                "abc",
                "1e",
                "e3",
                ".",
                "-",
                "+-1",
                "1.2.3",
                "٣",
                "½"
            })
    void whatIsNoPlainDecimalNumberIsRefused(String cell) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NumberCell.parse(cell, "age", HERE))
                .withMessage("data.csv:7:3: column 'age' must hold finite decimal numbers, got '" + cell
                        + "'; correct the cell or leave the column out")
                .satisfies(refused -> assertThat(refused.location()).contains(HERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e39", "3.4028236e38"})
    void whatAFloatCannotHoldIsRefused(String cell) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NumberCell.parse(cell, "age", HERE))
                .withMessage(
                        "data.csv:7:3: column 'age' holds '" + cell + "', too large for a 32-bit number; scale it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "-12,25"})
    void aDecimalCommaIsExplained(String cell) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NumberCell.parse(cell, "age", HERE))
                .withMessage("data.csv:7:3: column 'age' holds '" + cell
                        + "', a number with a decimal comma; write a point instead,"
                        + " or give the column a number format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t "})
    void aMissingValueIsExplained(String cell) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NumberCell.parse(cell, "age", HERE))
                .withMessage("data.csv:7:3: column 'age' has a missing value here; fill it in or leave the row or"
                        + " column out");
    }

    @Test
    void controlCharactersAreEscapedAndLongCellsShortened() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NumberCell.parse("x\u001b[31m" + "y".repeat(100), "age", HERE))
                .withMessageContaining("'x\\u001b[31m" + "y".repeat(34) + "…'");
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberCell.parse("1.5", "age", HERE)).isEqualTo(1.5f);
            assertThat(NumberCell.isNumber("1,5")).isFalse();
        } finally {
            Locale.setDefault(before);
        }
    }
}
