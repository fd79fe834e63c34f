// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.api.DataException;
import dev.nn4j.io.TableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Any bytes, read as a table file: as they are, and with checksums made right, so that they hide nothing behind them. */
public final class TableHarness {
    private static final Oracle ORACLE = new Oracle(List.of(DataException.class));
    private static final Path FILE = Temporary.file(".table");
    private static final int SECTION = 64;
    private static final int BLOCK = 1 << 20;
    private static final long MAGIC = 0x1A454C4241544E4EL;

    private TableHarness() {}

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        read(input);
        if (input.length >= 3 * SECTION) {
            read(resealed(input));
        }
    }

    private static void read(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        ORACLE.accepts(bytes.length, () -> TableFile.open(FILE).sha256());
    }

    /** What the footer says of sections is kept as far as it can be; so is the version, of which there are two. */
    private static byte[] resealed(byte[] input) {
        ByteBuffer footer =
                ByteBuffer.wrap(input, input.length - SECTION, SECTION).slice().order(ByteOrder.LITTLE_ENDIAN);
        long directory = Math.floorMod(footer.getLong(8), (long) input.length) / SECTION * SECTION;
        int sums = (int) Math.max(SECTION, Math.min(footer.getLong(16), input.length - SECTION) / SECTION * SECTION);
        byte[] body = Arrays.copyOf(input, sums);
        ByteBuffer head = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(0, MAGIC).putInt(8, head.getInt(8) == 1 ? 1 : 2);
        CRC32C block = new CRC32C();
        block.update(body, 0, Math.min(sums, BLOCK));
        ByteBuffer end = ByteBuffer.allocate(4 + SECTION).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt((int) block.getValue());
        end.putLong(sums + 4L + SECTION).putLong(directory).putLong(sums);
        CRC32C whole = new CRC32C();
        whole.update(end.array(), 0, 4 + 48);
        end.putLong(4 + 48, whole.getValue()).putLong(4 + 56, ~MAGIC);
        byte[] file = Arrays.copyOf(body, sums + end.capacity());
        System.arraycopy(end.array(), 0, file, sums, end.capacity());
        return file;
    }
}
