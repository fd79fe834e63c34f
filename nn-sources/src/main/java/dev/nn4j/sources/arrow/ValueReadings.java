// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

/** How a column of a type is read, or why it is not. */
final class ValueReadings {
    private static final String FLAT = "; give each part a column of its own, or leave the column out";
    private static final String AS_NUMBERS = "; give them as numbers of a unit, or leave the column out";
    private static final String AS_TEXT = "; give texts or numbers, or leave the column out";

    /** What is no cell of a table. */
    private static final Map<Byte, String> REFUSED = Map.ofEntries(
            Map.entry(Type.Binary, "bytes" + AS_TEXT),
            Map.entry(Type.LargeBinary, "bytes" + AS_TEXT),
            Map.entry(Type.FixedSizeBinary, "bytes" + AS_TEXT),
            Map.entry(Type.BinaryView, "bytes" + AS_TEXT),
            Map.entry(Type.Duration, "durations" + AS_NUMBERS),
            Map.entry(Type.Interval, "intervals" + AS_NUMBERS),
            Map.entry(Type.List, "lists" + FLAT),
            Map.entry(Type.LargeList, "lists" + FLAT),
            Map.entry(Type.FixedSizeList, "lists" + FLAT),
            Map.entry(Type.Struct_, "structs" + FLAT),
            Map.entry(Type.Map, "maps" + FLAT),
            Map.entry(Type.Union, "unions" + FLAT));

    private ValueReadings() {}

    static ValueReading of(Field field, String name) {
        byte type = field.typeType();
        return switch (type) {
            case Type.Null -> new Nothing();
            case Type.Int -> NumberReadings.of(typed(field, new Int()));
            case Type.FloatingPoint ->
                NumberReadings.ofFloats(typed(field, new FloatingPoint()).precision());
            case Type.Decimal -> NumberReadings.of(typed(field, new Decimal()));
            case Type.Bool -> ValueReadings::booleans;
            case Type.Utf8 -> TextReadings.between(Integer.BYTES);
            case Type.LargeUtf8 -> TextReadings.between(Long.BYTES);
            case Type.Utf8View -> TextReadings::views;
            case Type.Date -> TimeReadings.of(typed(field, new Date()));
            case Type.Time -> TimeReadings.of(typed(field, new Time()));
            case Type.Timestamp -> TimeReadings.of(typed(field, new Timestamp()));
            default -> throw new DamagedException("column '" + name + "' holds " + refusal(type));
        };
    }

    private static String refusal(byte type) {
        String known = REFUSED.get(type);
        return known != null
                ? known
                : "values of type "
                        + (type >= 0 && type < Type.names.length
                                ? Type.name(type).toLowerCase(Locale.ROOT)
                                : type) + ", which nn4j does not read; write it as Parquet or CSV";
    }

    private static <T extends Table> T typed(Field field, T type) {
        if (field.type(type) == null) {
            throw new DamagedException("has a column without a type");
        }
        return type;
    }

    private static ArrowColumn.Values booleans(BatchBuffers buffers) {
        ByteBuffer bits = buffers.next((buffers.rows() + 7L) / 8);
        return row -> (bits.get(row >> 3) >> (row & 7) & 1) == 1;
    }

    /** A column that has no values and no buffers. */
    private static final class Nothing implements ValueReading {
        @Override
        public ArrowColumn.Values read(BatchBuffers buffers) {
            return new NoValues();
        }

        @Override
        public boolean hasPresence() {
            return false;
        }
    }

    private static final class NoValues implements ArrowColumn.Values {
        @Override
        public @Nullable Object at(int row) {
            return null;
        }
    }
}
