// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

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
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cell of a row as bytes: what it is, and its text, which gives the very value back. */
enum SpooledCell {
    NONE(Void.class, text -> ""),
    TEXT(String.class, text -> text),
    YES_OR_NO(Boolean.class, Boolean::valueOf),
    WHOLE(Long.class, Long::valueOf),
    INTEGER(Integer.class, Integer::valueOf),
    SHORT(Short.class, Short::valueOf),
    BYTE(Byte.class, Byte::valueOf),
    DOUBLE(Double.class, Double::valueOf),
    FLOAT(Float.class, Float::valueOf),
    DECIMAL(BigDecimal.class, BigDecimal::new),
    LARGE(BigInteger.class, BigInteger::new),
    DAY(LocalDate.class, LocalDate::parse),
    CLOCK(LocalTime.class, LocalTime::parse),
    TIME(LocalDateTime.class, LocalDateTime::parse),
    OFFSET(OffsetDateTime.class, OffsetDateTime::parse),
    MOMENT(Instant.class, Instant::parse),
    ID(UUID.class, UUID::fromString);

    private final Class<?> type;
    private final Function<String, Object> reading;

    SpooledCell(Class<?> type, Function<String, Object> reading) {
        this.type = type;
        this.reading = reading;
    }

    static void write(@Nullable Object cell, DataOutputStream out) throws IOException {
        SpooledCell kind = of(cell);
        out.writeByte(kind.ordinal());
        if (cell != null) {
            byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    static @Nullable Object read(DataInputStream in) throws IOException {
        SpooledCell kind = values()[in.readByte()];
        if (kind == NONE) {
            return null;
        }
        byte[] text = new byte[in.readInt()];
        in.readFully(text);
        return kind.reading.apply(new String(text, StandardCharsets.UTF_8));
    }

    private static SpooledCell of(@Nullable Object cell) {
        if (cell == null) {
            return NONE;
        }
        for (SpooledCell kind : values()) {
            if (kind.type == cell.getClass()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("rows hold a " + cell.getClass().getName() + ", which cannot be kept");
    }
}
