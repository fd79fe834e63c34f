// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.api.DataException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cells of rows as bytes: the number of their kind, and their text, which gives the very value back. */
final class SpooledCells {
    private static final int NONE = -1;

    private final List<Kind> kinds = List.of(
            new Kind(String.class, text -> text),
            new Kind(Boolean.class, Boolean::valueOf),
            new Kind(Long.class, Long::valueOf),
            new Kind(Integer.class, Integer::valueOf),
            new Kind(Short.class, Short::valueOf),
            new Kind(Byte.class, Byte::valueOf),
            new Kind(Double.class, Double::valueOf),
            new Kind(Float.class, Float::valueOf),
            new Kind(BigDecimal.class, BigDecimal::new),
            new Kind(BigInteger.class, BigInteger::new),
            new Kind(LocalDate.class, LocalDate::parse),
            new Kind(LocalTime.class, LocalTime::parse),
            new Kind(LocalDateTime.class, LocalDateTime::parse),
            new Kind(OffsetDateTime.class, OffsetDateTime::parse),
            new Kind(Instant.class, Instant::parse),
            new Kind(UUID.class, UUID::fromString));

    /**
     * What a cell may be.
     *
     * @param type of the cells
     * @param reading of their texts
     */
    private record Kind(Class<?> type, Function<String, Object> reading) {}

    /** Writes a cell; the source is named where it is of no kind that can be kept. */
    void write(@Nullable Object cell, String source, DataOutputStream out) throws IOException {
        if (cell == null) {
            out.writeByte(NONE);
            return;
        }
        out.writeByte(numberOf(cell, source));
        byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

    @Nullable
    Object read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        if (kind == NONE) {
            return null;
        }
        byte[] text = new byte[in.readInt()];
        in.readFully(text);
        return kinds.get(kind).reading().apply(new String(text, StandardCharsets.UTF_8));
    }

    private int numberOf(Object cell, String source) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (kinds.get(kind).type() == cell.getClass()) {
                return kind;
            }
        }
        throw new DataException(source + ": a row holds a " + cell.getClass().getSimpleName()
                + ", of which no cell is made; cast it in the query, or leave it out");
    }
}
