// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that become texts when they are asked for, and numbers without one. */
class RowTextsTest {
    private static final long SEED = 20261201;

    /** Among bytes that are none of theirs. */
    private static RowTexts of(String... cells) {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        int[] bounds = new int[2 * cells.length + 2];
        for (int c = 0; c < cells.length; c++) {
            utf8.write('7');
            bounds[2 * c + 2] = utf8.size();
            utf8.writeBytes(cells[c].getBytes(StandardCharsets.UTF_8));
            bounds[2 * c + 3] = utf8.size();
        }
        utf8.write('7');
        return new RowTexts(utf8.toByteArray(), bounds, 1, cells.length, new KnownTexts());
    }

    @Test
    void isTheListOfItsTexts() {
        String tooLong = "x".repeat(1000);
        RowTexts row = of("a", "", "Köln", tooLong, "\ud83d\ude00", "a");
        assertThat(row).isEqualTo(List.of("a", "", "Köln", tooLong, "\ud83d\ude00", "a"));
        assertThat(row.first(3)).isEqualTo(List.of("a", "", "Köln"));
        assertThat(row.first(0)).isEmpty();
        assertThat(row.length(2)).as("bytes of Köln").isEqualTo(5);
        assertThat(row.get(0)).as("a known text").isSameAs(row.get(5));
        assertThatThrownBy(() -> row.get(6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> row.first(2).length(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> row.first(2).plainNumber(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> row.first(7)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void quotesThatAreWrittenTwiceAreOneInTheText() {
        byte[] utf8 = "a\"\"b\"\"\"\"7".getBytes(StandardCharsets.UTF_8);
        RowTexts row = new RowTexts(utf8, new int[] {~0, 4, ~0, 8, 8, 9, ~8, 9}, 0, 4, new KnownTexts());
        assertThat(row).containsExactly("a\"b", "a\"b\"\"", "7", "7");
        assertThat(row.length(0)).isEqualTo(4);
        assertThat(row.plainNumber(2)).isEqualTo(7);
        assertThat(row.plainNumber(3)).isNaN();
    }

    @Test
    void isMadeOfTexts() {
        RowTexts row = RowTexts.of(List.of("a", "", "Köln", "12.5"), new KnownTexts());
        assertThat(row).containsExactly("a", "", "Köln", "12.5");
        assertThat(row.plainNumber(3)).isEqualTo(12.5);
    }

    @Test
    void needsBoundsForAllItsCells() {
        assertThatThrownBy(() -> new RowTexts(new byte[1], new int[2], 0, 2, new KnownTexts()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+7",
                "1.",
                ".5",
                "-12.5e3",
                "1E-07",
                "1e+2",
                "0e9",
                "9007199254740992",
                "999999999999999999",
                "0.12345678901234567",
                "00000000000000000000000012.5",
                "0.00000000000000000000001e20",
                "-0.30000000000000004",
                "123456789012345.678",
                "1e22",
                "1.7976931348623157e8"
            })
    void readsPlainNumbersWhereTheyLie(String cell) {
        assertThat(of(cell).plainNumber(0)).isEqualTo(Double.parseDouble(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "+.",
                "e5",
                "1e",
                "1e+",
                "1e-",
                "1e5 ",
                " 1",
                "1,5",
                "1.2.3",
                "--1",
                "1-",
                "(1)",
                "\u22121",
                "\u0661\u0662",
                "NaN",
                "Infinity",
                "inf",
                "0x10",
                "1f",
                "1d",
                "1_000",
                "1e5e5",
                "1e1.5",
                "1e99999999999",
                "1e400",
                "0e99",
                "9007199254740993",
                "12345678901234567890",
                "9007199254740993e1",
                "yes"
            })
    void leavesAllElseToTheText(String cell) {
        assertThat(of(cell).plainNumber(0)).isNaN();
        assertThat(of("0." + "0".repeat(120) + "1" + "x").plainNumber(0)).isNaN();
    }

    /** The same double to the bit, or none: of what programs write, of what they do not, and of halves between doubles. */
    @Test
    void aNumberInPlaceIsTheNumberOfItsText() {
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < 400_000; i++) {
            String cell = cell(random);
            double number = of(cell).plainNumber(0);
            read += Double.isNaN(number) ? 0 : 1;
            assertThat(Double.isNaN(number) || same(number, NumberCell.valueOf(cell)))
                    .as("'%s' with seed %d", cell, SEED)
                    .isTrue();
        }
        assertThat(read).as("read in place, of 400000").isGreaterThan(200_000);
    }

    private static boolean same(double one, double other) {
        return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
    }

    private static String cell(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", random.nextGaussian() * 1000);
            case 1 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10));
            case 2 -> Double.toString(random.nextDouble());
            case 3 -> digits(random, 1 + random.nextInt(20)) + "." + digits(random, random.nextInt(24));
            case 4 -> digits(random, 1 + random.nextInt(18)) + "e" + (random.nextInt(60) - 30);
            case 5 -> between(random);
            default -> junk(random);
        };
    }

    /** The middle between two doubles, or just beside it. */
    private static String between(Random random) {
        long middle = (1L << 53) + 1 + 2L * random.nextInt(1 << 30) + random.nextInt(3) - 1;
        String digits = Long.toString(middle * (1 + random.nextInt(90)));
        int point = random.nextInt(digits.length());
        return random.nextBoolean() ? digits : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static String junk(Random random) {
        String alphabet = "0123456789.-+eE,' \u2212\u0663()x";
        StringBuilder junk = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            junk.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return junk.toString();
    }
}
