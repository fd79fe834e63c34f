// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.data.CellType;
import dev.nn4j.core.data.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
}
