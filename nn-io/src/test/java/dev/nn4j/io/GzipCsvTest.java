// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packed file is known by its first bytes, whatever its name. */
class GzipCsvTest {
    @TempDir
    Path folder;

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder("x;y\n");
        Random random = new Random(7);
        for (int row = 0; row < 20_000; row++) {
            rows.append(row).append(';').append(random.nextInt()).append('\n');
        }
        return rows.toString();
    }

    private static void assertDamaged(byte[] bytes) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Csv.read(new ByteArrayInputStream(bytes), "new.csv", column -> CellType.NUMBER))
                .withMessageMatching(
                        "new\\.csv:\\d+:1: holds gzip data that are damaged or cut short here; copy or pack the"
                                + " file again");
    }

    @Test
    void isReadAsThePlainTextIs() throws IOException {
        Path plain = folder.resolve("plain.csv");
        Path packed = folder.resolve("packed.csv");
        Files.writeString(plain, rows());
        Files.write(packed, packed(rows()));
        Table expected = Csv.read(plain, column -> CellType.NUMBER);
        Table table = Csv.read(packed, column -> CellType.NUMBER);
        assertThat(table.numbers("y")).isEqualTo(expected.numbers("y"));
        assertThat(table.location(19_999, "y")).hasToString(packed + ":20001:2");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 10, 11, 1000, 60_000})
    void cutShortItIsRefused(int length) throws IOException {
        assertDamaged(Arrays.copyOf(packed(rows()), length));
    }

    @Test
    void damagedItIsRefused() throws IOException {
        byte[] bytes = packed(rows());
        bytes[bytes.length - 6] ^= 1; // the checksum
        assertDamaged(bytes);
    }

    /** As `cat a.gz b.gz` and parallel packers write it. */
    @Test
    void severalMembersAreOneText() throws IOException {
        byte[] bytes = joined(packed("x\n1\n"), packed("2\n"), packed(""), packed("3\n"));
        assertThat(numbers(new ByteArrayInputStream(bytes))).containsExactly(1, 2, 3);
    }

    /** A pipe that has nothing ready just now has not ended. */
    @Test
    void aPipeThatGivesAByteAtATimeIsReadToItsEnd() throws IOException {
        byte[] bytes = joined(packed("x\n1\n"), packed("2\n"));
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int count) {
                return super.read(into, from, Math.min(count, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        assertThat(numbers(slow)).containsExactly(1, 2);
    }

    @Test
    void headersWithEveryOptionalPartAreRead() throws IOException {
        byte[] plain = packed("x\n1\n");
        byte[] options = {0x1F, (byte) 0x8B, 8, 2 + 4 + 8 + 16, 1, 2, 3, 4, 5, 6, 3, 0, 7, 7, 7, 'n', 0, 'c', 0, 9, 9};
        assertThat(numbers(new ByteArrayInputStream(joined(options, Arrays.copyOfRange(plain, 10, plain.length)))))
                .containsExactly(1);
    }

    /** Half of the rows would be missing, and nobody would know. */
    @Test
    void aLaterMemberWithADamagedHeaderIsRefused() throws IOException {
        byte[] first = packed("x\n1\n");
        for (int at = 0; at < 4; at++) {
            byte[] second = packed("2\n");
            second[at] ^= (byte) 0xE1;
            assertDamaged(joined(first, second));
        }
        for (int length = 1; length < packed("2\n").length; length++) {
            assertDamaged(joined(first, Arrays.copyOf(packed("2\n"), length)));
        }
        assertDamaged(joined(first, "rubbish".getBytes(StandardCharsets.UTF_8)));
        assertDamaged(joined(first, new byte[9], new byte[] {1}));
        assertDamaged(joined(first, new byte[packed("2\n").length])); // a block that a disk lost, or a tape's padding
        try (InputStream handed = GzipCsvTest.class.getResourceAsStream("gzip-second-member-damaged.csv.gz")) {
            assertDamaged(handed.readAllBytes());
        }
    }

    private static float[] numbers(InputStream in) throws IOException {
        return Csv.read(in, "new.csv", column -> CellType.NUMBER).numbers("x");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
