// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {
    private static final Location HERE = new Location("data.csv", 7, 3);
    private static final NumberFormat EUROS = new NumberFormat(",", ".", "€");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,50 €|1234.5",
                "€ 1.234,50|1234.5",
                "-€1.234.567|-1234567",
                "€-12|-12",
                "+3,5|3.5",
                ",5|0.5",
                "7,|7",
                "0012,5|12.5",
                "1234567,25|1234567.25",
                "2,5e3|2500",
                "-0|-0",
            })
    void groupsUnitAndDecimalsMayBeThereOrNot(String cell, float number) {
        assertThat(EUROS.isNumber(cell)).isTrue();
        assertThat(EUROS.parse(" " + cell + " ", "price", HERE)).isEqualTo(number);
        assertThat(EUROS.parsed(cell)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "($1,234.50)|-1234.5",
                "$(1,234.50)|-1234.5",
                "$ (1,234.50)|-1234.5",
                "( $ 12 )|-12",
                "(12) $|-12",
                "(12 $)|-12",
                "(12)|-12",
                "-$5|-5",
                "$-5|-5",
                "- $5|-5",
                "\u2212$5|-5",
                "$1,234.50-|-1234.5",
                "1,234- $|-1234",
                "12,34,567.5|1234567.5",
                "1,00,000|100000",
                "($12,34,567)|-1234567",
                "1,234,567|1234567",
            })
    void accountsAreReadAsTheyAreKept(String cell, float number) {
        NumberFormat dollars = new NumberFormat(".", ",", "$");
        assertThat(dollars.isNumber(cell)).isTrue();
        assertThat(dollars.parse(cell, "price", HERE)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(-$5)", "-($5)", "($5", "$5)", "($)", "5-", "12,34", "1,2,345", "12,345,67", "01,00,000", "(5)5"
            })
    void whatIsNeitherGroupedNorAnAccountsMinusIsNoNumber(String cell) {
        assertThat(new NumberFormat(".", ",", "$").isNumber(cell)).isFalse();
    }

    @Test
    void typographyIsReadAsTheTypewriter() {
        NumberFormat francs = new NumberFormat(".", "'", "CHF");
        for (String cell : new String[] {
            "CHF 1\u2019234\u2019567.50",
            "1'234'567.50 CHF",
            "CHF\u00a01\u2019234\u2019567.50",
            "1\u2019234\u2019567.5\u202fCHF"
        }) {
            assertThat(francs.exactly(cell)).as(cell).isEqualTo(1234567.5);
        }
        assertThat(new NumberFormat(",", "\u202f", "")).isEqualTo(new NumberFormat(",", " ", ""));
        assertThat(new NumberFormat(".", "\u2019", "")).isEqualTo(new NumberFormat(".", "'", ""));
        assertThat(new NumberFormat(".", "", "(kg)").exactly("(5 (kg))")).isEqualTo(-5);
        assertThat(new NumberFormat(".", "", "(kg)").exactly("5 (kg)")).isEqualTo(5);
        assertThat(new NumberFormat(".", "", "m\u22122").exactly("\u22125 m\u22122"))
                .isEqualTo(-5);
        assertThat(new NumberFormat(",", ".", "\u00a0€").exactly("1.234,5\u00a0€"))
                .isEqualTo(1234.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.23",
                "1.2345",
                "0.125",
                "12.34.567",
                "1,234.5",
                "1.234,5 $",
                "€",
                "€ 5 €€",
                "5 5",
                "NaN",
                "Infinity",
                "0x1p3",
                "1,5f",
                "--1",
                "1,5,5",
                "٣"
            })
    void allElseIsNoNumber(String cell) {
        assertThat(EUROS.isNumber(cell)).isFalse();
        assertThat(EUROS.parsed(cell)).isNaN();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> EUROS.parse(cell, "price", HERE))
                .withMessage("data.csv:7:3: column 'price' must hold numbers written like '1.234,5 €', got '" + cell
                        + "'; correct the cell or the column's format");
    }

    @Test
    void anEmptyCellAndANumberTooLargeAreRefusedAsElsewhere() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> EUROS.parse(" ", "price", HERE))
                .withMessageContaining("column 'price' has a missing value here");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> EUROS.parse("1e39", "price", HERE))
                .withMessageContaining("too large for a 32-bit number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234 567,5", "1\u00a0234\u00a0567,5", "1\u202f234\u202f567,5", "1\u2009234\u2009567,5"})
    void everyKindOfSpaceGroups(String cell) {
        assertThat(new NumberFormat(",", " ", "").parsed(cell)).isEqualTo(1234567.5f);
    }

    @Test
    void aUnitIsTakenByTheLetter() {
        NumberFormat percent = new NumberFormat(".", "", "%");
        assertThat(percent.parsed("12.5%")).isEqualTo(12.5f);
        assertThat(percent.parsed("12.5")).isEqualTo(12.5f);
        assertThat(new NumberFormat(".", ",", "kg/m²").parsed("1,000 kg/m²")).isEqualTo(1000);
        assertThat(new NumberFormat(".", "", "a.b").parsed("5 axb")).isNaN();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (String number : new String[] {"0", "-0", "1.5", "-12.25", "1.5E+10", "3.4028235E+38", "1E-45"}) {
            assertThat(EUROS.parsed(EUROS.written(number))).isEqualTo(Float.parseFloat(number));
            assertThat(NumberFormat.PLAIN.written(number)).isEqualTo(number);
        }
    }

    @Test
    void thePlainFormatIsThatOfPrograms() {
        assertThat(NumberFormat.PLAIN.isPlain()).isTrue();
        assertThat(NumberFormat.PLAIN.parse("-1.5e3", "x", HERE)).isEqualTo(-1500f);
        assertThat(NumberFormat.PLAIN)
                .isEqualTo(new NumberFormat(".", "", ""))
                .hasSameHashCodeAs(new NumberFormat(".", "", ""));
        assertThat(EUROS).isEqualTo(new NumberFormat(",", ".", "€")).isNotEqualTo(new NumberFormat(",", "", "€"));
        assertThat(EUROS.isPlain()).isFalse();
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertRefused(";", "", "", "number: the decimal mark must be . or , but is ';'");
        assertRefused(".", "_", "", "number: groups must be parted by . or , or ' or a space or nothing, got '_'");
        assertRefused(",", ",", "", "number: decimal mark and grouping must differ, both are ,");
        for (String unit : new String[] {" ", "5", "-", ".", "' ", "x\u0000y", " kg", "kg ", "a unit that is long"}) {
            assertThatIllegalArgumentException()
                    .as(unit)
                    .isThrownBy(() -> new NumberFormat(".", "", unit))
                    .withMessageStartingWith("number: a unit has 1 to 16 characters and begins like no number, got '");
        }
    }

    private static void assertRefused(String decimal, String grouping, String unit, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberFormat(decimal, grouping, unit))
                .withMessage(problem);
    }
}
