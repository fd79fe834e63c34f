// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.schema.DateTimeKind;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "MONTH_DAY_YEAR|6/24/2023 12:25:00 AM|2023-06-24T00:25",
                "MONTH_DAY_YEAR|6/24/2023 12:25 pm|2023-06-24T12:25",
                "MONTH_DAY_YEAR|6/24/2023, 2:01:09 PM|2023-06-24T14:01:09",
                "MONTH_DAY_YEAR|6/24/2023 2:01\u202fPM|2023-06-24T14:01",
                "MONTH_DAY_YEAR|6/24/2023 2:01pM|2023-06-24T14:01",
                "MONTH_DAY_YEAR|6/24/2023 2 p.m.|2023-06-24T14:00",
                "DAY_MONTH_YEAR|28-Mar-2020|2020-03-28T00:00",
                "DAY_MONTH_YEAR|28 March 2020|2020-03-28T00:00",
                "DAY_MONTH_YEAR|28. MARCH 2020|2020-03-28T00:00",
                "DAY_MONTH_YEAR|28Mar2020|2020-03-28T00:00",
                "DAY_MONTH_YEAR|28th sept. 2020|2020-09-28T00:00",
                "DAY_MONTH_YEAR|28/Mar/2020:14:01:00 +0200|2020-03-28T14:01",
                "DAY_MONTH_YEAR|Sat, 28 Mar 2020 14:01:00 GMT|2020-03-28T14:01",
                "MONTH_DAY_YEAR|March 28, 2020|2020-03-28T00:00",
                "MONTH_DAY_YEAR|Saturday, Mar 28 2020 3:05 AM|2020-03-28T03:05",
                "YEAR_MONTH_DAY|2020-Mar-28|2020-03-28T00:00",
                "YEAR_MONTH_DAY|2020-03-28T14:01:00Z|2020-03-28T14:01",
                "YEAR_MONTH_DAY|2020-03-28 14:01:00 UTC|2020-03-28T14:01",
                "YEAR_MONTH_DAY|2020-03-28 14:01:00 +02|2020-03-28T14:01",
                "YEAR_MONTH_DAY|2020-03-28 14:01+0200|2020-03-28T14:01",
                "YEAR_MONTH_DAY|2020-03-28 14:01 +02:00|2020-03-28T14:01",
                "YEAR_MONTH_DAY|2020-03-28T14:01:00.123456789+01:00[Europe/Berlin]|2020-03-28T14:01",
                "YEAR_MONTH_DAY|2020-03-28   14:01|2020-03-28T14:01",
                "YEAR_MONTH_DAY|2020-03-31 24:00|2020-04-01T00:00",
                "YEAR_MONTH_DAY|2016-12-31T23:59:60Z|2016-12-31T23:59:59",
            })
    void datesAreReadAsPeopleWriteThem(DateOrder order, String cell, LocalDateTime moment) {
        assertThat(DateFormat.of(order).parse(cell)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30-Feb-2020",
                "28-Mrz-2020",
                "Mar-28-2020",
                "28-Mar-20",
                "28.3.2020 13:00 PM",
                "28.3.2020 0:10 AM",
                "28.3.2020 14",
                "28.3.2020 24:01",
                "28.3.2020 12:60",
                "28.3.2020 12:00:60",
                "28.3.202014:00",
                "28.3.2020 12:00 XM",
                "28.3.2020 12:00 CETX",
                "28 3 2020",
                "28-3/2020",
                "32-Mar-2020",
                "2020-Mar-28",
                "28.3.2020 12:00 +2:0",
                "Mar 2020",
                "März 28 2020"
            })
    void whatNamesNoSuchDayIsNoDate(String cell) {
        assertThat(DateFormat.of(DateOrder.DAY_MONTH_YEAR).parse(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "MM/dd/yy|03/28/20|2020-03-28T00:00",
                "M/d/yy|3/8/68|2068-03-08T00:00",
                "M/d/yy|03/28/69|1969-03-28T00:00",
                "dd.MM.yyyy|28.03.2020|2020-03-28T00:00",
                "d/M/u|28/3/2020|2020-03-28T00:00",
                "yyyyMMdd|20200328|2020-03-28T00:00",
                "yyyyMMdd'T'HHmmss[X]|20200328T140109Z|2020-03-28T14:01:09",
                "yyyyMMdd'T'HHmmss[X]|20200328T140109|2020-03-28T14:01:09",
                "d-MMM-yy|28-mar-20|2020-03-28T00:00",
                "d MMMM yyyy|28 Sept. 2020|2020-09-28T00:00",
                "EEE MMM d HH:mm:ss 'UTC' yyyy|Sat Mar 28 14:01:09 UTC 2020|2020-03-28T14:01:09",
                "yyyy-MM-dd HH:mm:ss.SSS xxx|2020-03-28 14:01:09.250 +02:00|2020-03-28T14:01:09",
                "HH:mm|07:30|2000-01-01T07:30",
                "h:mm[:ss][ ]a|2:01pm|2000-01-01T14:01",
                "h:mm[:ss][ ]a|12:01:05 a.m.|2000-01-01T00:01:05",
                "yyyy年M月d日|2020年3月28日|2020-03-28T00:00",
                "MM-dd|02-29|2000-02-29T00:00",
                "MMM yyyy|Mar 2020|2020-03-01T00:00",
                "d.M.yy 'o''clock' H|28.3.20 o'clock 7|2020-03-28T07:00",
            })
    void aPatternSaysEverySign(String pattern, String cell, LocalDateTime moment) {
        assertThat(DateFormat.ofPattern(pattern).parse(" " + cell + " ")).contains(moment);
        DateFormat again = DateFormat.ofPattern(pattern);
        assertThat(again.parse(again.written(moment))).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "MM/dd/yy,3/28/20",
        "MM/dd/yy,03/28/2020",
        "MM/dd/yy,02/30/20",
        "MM/dd/yy,13/01/20",
        "MM/dd/yy,03-28-20",
        "HH:mm,7:30",
        "HH:mm,25:00",
        "h:mm a,13:00 PM",
        "h:mm[ a],3:00",
        "d.M.yyyy,28.3.20",
        "d.M.yy,٢٨.3.20",
        "M/d/yyyy,"
    })
    void whatAPatternDoesNotSayIsNoDate(String pattern, String cell) {
        assertThat(DateFormat.ofPattern(pattern).isDate(cell == null ? "" : cell))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "yyyy-mm-dd|has a day without a month; a month is M, a minute m",
                "YYYY-MM-dd|has the letter Y; a year is y",
                "yyyy-MM-DD|has the letter D; a day of the month is d",
                "hh:mm|has h without a; an hour of 24 is H",
                "HH:mm a|has a without h",
                "H:mm h a|has both H and h",
                "mm:ss|names neither a year nor a month nor an hour",
                "yyyy mm|has a minute without an hour; a month is M, a minute m",
                "yyyy-MM-dd HH:ss|has a second without a minute",
                "yyyy-MM-ddTHH:mm|has the letter T",
                "yyyy-MM-dd HH:mm z|has the letter z; a zone is X",
                "yyy-MM-dd|has yyy",
                "yyyy-MMMMM|has MMMMM",
                "yyyy yy|has y twice",
                "[yyyy-MM|has a [ without a ]",
                "yyyy-MM]|has a ] without a [",
                "'yyyy|has a ' without another",
                "yyyy#|may not hold #",
                "-|names neither a year nor a month nor an hour",
            })
    void aWrongPatternIsRefusedWithWhatIsAllowed(String pattern, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateFormat.ofPattern(pattern))
                .withMessage("date-time: the format '" + pattern + "' " + problem + "; allowed are "
                        + PatternLetters.ALLOWED);
    }

    @Test
    void midnightAtTheEndOfADayIsTheNextOnes() {
        assertThat(DateFormat.ofPattern("yy-MM-dd HH:mm").parse("20-12-31 24:00"))
                .contains(LocalDateTime.of(2021, 1, 1, 0, 0));
        assertThat(DateFormat.ofPattern("HH:mm").isDate("24:00")).isTrue();
    }

    @Test
    void aPatternIsShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateFormat.ofPattern("yyyy" + "-".repeat(61)))
                .withMessageContaining("must have 1 to 64 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> DateFormat.ofPattern(""));
    }

    @Test
    void onlyPartsThatAFormatShowsMayBeSeen() {
        assertThat(DateFormat.ofPattern("HH:mm").shown()).containsExactly(DatePart.HOUR, DatePart.MINUTE);
        assertThat(DateFormat.ofPattern("MM/yy").shown())
                .containsExactly(DatePart.YEAR, DatePart.QUARTER, DatePart.MONTH);
        assertThat(DateFormat.of(DateOrder.DAY_MONTH_YEAR).shown()).containsExactly(DatePart.values());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DateTimeKind(DateFormat.ofPattern("HH:mm"), List.of(DatePart.YEAR, DatePart.HOUR)))
                .withMessage("date-time: the format 'HH:mm' does not show year; its parts are hour, minute");
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            for (String locale : List.of("tr", "de-DE", "th-TH-u-ca-buddhist", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertThat(DateFormat.ofPattern("d-MMM-yy h:mm a").parse("28-APRIL-20 1:00 AM"))
                        .as(locale)
                        .contains(LocalDateTime.of(2020, 4, 28, 1, 0));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
