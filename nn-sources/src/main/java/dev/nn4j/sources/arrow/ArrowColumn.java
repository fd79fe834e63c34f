// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.nio.ByteBuffer;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column of the schema.
 *
 * @param name its own
 * @param values how they are read from a batch: of a dictionary, its own values
 * @param indices how the places in its dictionary are read; null where it has none
 * @param dictionary its number
 */
record ArrowColumn(
        String name, ValueReading values, @Nullable ValueReading indices, long dictionary) {
    /** Values of a batch. */
    @FunctionalInterface
    interface Values {
        /** That of a row, null where there is none. */
        @Nullable
        Object at(int row);
    }

    static ArrowColumn of(@Nullable Field field) {
        if (field == null) {
            throw new DamagedException("has a column that is not described");
        }
        String name = String.valueOf(field.name());
        ValueReading values = ValueReadings.of(field, name);
        DictionaryEncoding encoding = field.dictionary();
        if (encoding == null) {
            return new ArrowColumn(name, values, null, 0);
        }
        ValueReading indices = encoding.indexType() == null
                ? NumberReadings.ofIntegers(32, true)
                : NumberReadings.of(encoding.indexType());
        return new ArrowColumn(name, values, indices, encoding.id());
    }

    /** Its values in a batch, whose buffers come column by column. */
    Values read(BatchBuffers buffers, Dictionaries dictionaries) {
        if (indices == null) {
            return present(buffers, values);
        }
        Values places = present(buffers, indices);
        return row -> {
            Object place = places.at(row);
            return place == null ? null : dictionaries.value(this, ((Number) place).longValue());
        };
    }

    /** Values, null where the batch says that there are none. */
    static Values present(BatchBuffers buffers, ValueReading reading) {
        buffers.beginColumn();
        if (!reading.hasPresence()) {
            return reading.read(buffers);
        }
        ByteBuffer present = buffers.presence();
        Values values = reading.read(buffers);
        if (present.limit() == 0) {
            return values;
        }
        return row -> (present.get(row >> 3) >> (row & 7) & 1) == 0 ? null : values.at(row);
    }
}
