// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading sign by sign finds what the patterns find, or leaves a cell to them. */
class PlainDateTest {
    private static final String SIGNS = "0123456789-/.: TZ+,\0APMapm\u0661";

    @ParameterizedTest
    @CsvSource({
        "YEAR_MONTH_DAY, 2020-02-29, 2020-02-29T00:00",
        "YEAR_MONTH_DAY, 2020-02-29 00:07:00+00, 2020-02-29T00:07",
        "YEAR_MONTH_DAY, 2020-02-29T23:59:60Z, 2020-02-29T23:59:59",
        "YEAR_MONTH_DAY, 2020-02-29T24:00, 2020-03-01T00:00",
        "YEAR_MONTH_DAY, 2020/2/9 7:05:01.123456789+05:30, 2020-02-09T07:05:01",
        "DAY_MONTH_YEAR, 1.3.2025, 2025-03-01T00:00",
        "MONTH_DAY_YEAR, 12/31/2025 18:30, 2025-12-31T18:30",
    })
    void plainDatesNeedNoPattern(DateOrder order, String cell, LocalDateTime moment) {
        assertThat(PlainDate.parse(cell, order)).contains(moment);
        assertThat(DateCell.byPatterns(cell, order)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-30",
        "2020-13-01",
        "2020-02/01",
        "20-02-01",
        "2020-02-01 25:00",
        "2020-02-01 12",
        "2020-02-01 12:60",
        "2020-02-01 12:00:00.1234567890",
        "2020-02-01+00"
    })
    void whatIsNoDateIsNone(String cell) {
        assertThat(PlainDate.parse(cell, DateOrder.YEAR_MONTH_DAY)).isEmpty();
        assertThat(DateFormat.of(DateOrder.YEAR_MONTH_DAY).isDate(cell)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsReadOtherwiseThanByThePatterns(DateOrder order) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int read = 0;
        for (int cell = 0; cell < 20_000; cell++) {
            String text = changed(IsoDate.written(moment(random), order) + zone(random), random);
            Optional<LocalDateTime> plain = PlainDate.parse(text, order);
            if (plain.isPresent()) {
                read++;
                assertThat(plain).as("'%s', seed %d", text, seed).isEqualTo(DateCell.byPatterns(text, order));
            }
        }
        assertThat(read).as("seed %d", seed).isPositive();
    }

    private static LocalDateTime moment(Random random) {
        return LocalDateTime.of(1900, 1, 1, 0, 0)
                .plusSeconds(random.nextInt(Integer.MAX_VALUE))
                .plusNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private static String zone(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "Z";
            case 1 -> "+02";
            case 2 -> "-05:30";
            default -> "";
        };
    }

    /** With up to two signs exchanged, put in or left out. */
    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int change = random.nextInt(3); change > 0; change--) {
            int at = random.nextInt(changed.length());
            String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
            changed.replace(at, at + random.nextInt(2), random.nextInt(3) == 0 ? "" : sign);
        }
        return changed.toString();
    }
}
