// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import dev.nn4j.api.Printable;
import dev.nn4j.serve.internal.call.Refusal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of the Open Inference Protocol.
 *
 * @param name its name
 * @param datatype as the protocol calls it: {@code FP32}, {@code BYTES}
 * @param shape its extents
 * @param cells its values in row-major order; null is a gap
 */
record Tensor(String name, String datatype, List<Long> shape, List<@Nullable Object> cells) {
    private static final List<String> NUMBERS =
            List.of("FP16", "FP32", "FP64", "INT8", "INT16", "INT32", "INT64", "UINT8", "UINT16", "UINT32", "UINT64");
    private static final long MOST_CELLS = 1L << 30;

    /** Refuses what contradicts itself. */
    Tensor {
        cells = Collections.unmodifiableList(cells);
        if (shape.isEmpty() || shape.size() > 2) {
            throw refused(name, "shape must be [rows], [rows, 1] or [rows, features], got " + shape);
        }
        long wanted = 1;
        for (long extent : shape) {
            if (extent < 0 || extent > MOST_CELLS || wanted * extent > MOST_CELLS) {
                throw refused(name, "shape " + shape + " is negative or too large");
            }
            wanted *= extent;
        }
        if (wanted != cells.size()) {
            throw refused(name, "shape " + shape + " asks for " + wanted + " values, got " + cells.size());
        }
        requireType(name, datatype, cells);
    }

    private static void requireType(String name, String datatype, List<@Nullable Object> cells) {
        Class<?> type =
                datatype.equals("BYTES") ? String.class : datatype.equals("BOOL") ? Boolean.class : Number.class;
        if (type == Number.class && !NUMBERS.contains(datatype)) {
            throw refused(
                    name,
                    "there is no datatype '" + Printable.of(datatype) + "'; there are BYTES, BOOL, "
                            + String.join(", ", NUMBERS));
        }
        for (Object cell : cells) {
            if (cell != null && !type.isInstance(cell)) {
                throw refused(name, "holds '" + Printable.of(cell.toString()) + "', which is no " + datatype);
            }
        }
    }

    static Refusal refused(String name, String problem) {
        return Refusal.bad("input '" + Printable.of(name) + "': " + problem);
    }

    /** How many rows. */
    long rows() {
        return shape.get(0);
    }

    /** How many cells each row has of it. */
    long width() {
        return shape.size() == 1 ? 1 : shape.get(1);
    }
}
