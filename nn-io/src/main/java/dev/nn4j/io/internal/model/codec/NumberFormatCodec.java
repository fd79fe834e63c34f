// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.io.internal.proto.NumberFormat;
import java.util.Optional;

/** How numbers are written, from and to the file; the plain way is not said. */
final class NumberFormatCodec {
    private NumberFormatCodec() {}

    static Optional<NumberFormat> encode(dev.nn4j.core.cell.NumberFormat format) {
        if (format.isPlain()) {
            return Optional.empty();
        }
        return Optional.of(NumberFormat.newBuilder()
                .setDecimal(format.decimal())
                .setGrouping(format.grouping())
                .setUnit(format.unit())
                .build());
    }

    /** Refuses, by IllegalArgumentException, what is no format, and the plain one, which has another form. */
    static dev.nn4j.core.cell.NumberFormat decode(NumberFormat stored) {
        dev.nn4j.core.cell.NumberFormat format =
                new dev.nn4j.core.cell.NumberFormat(stored.getDecimal(), stored.getGrouping(), stored.getUnit());
        if (format.isPlain()) {
            throw new IllegalArgumentException("number: the plain format must not be said");
        }
        return format;
    }
}
