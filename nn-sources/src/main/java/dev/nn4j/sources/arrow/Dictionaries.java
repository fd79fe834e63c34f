// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.jspecify.annotations.Nullable;

/** The values that columns name by their place. */
final class Dictionaries {
    private final List<ArrowColumn> columns;
    private final Map<Long, List<@Nullable Object>> values = new HashMap<>();

    Dictionaries(List<ArrowColumn> columns) {
        this.columns = columns;
    }

    /** Takes a dictionary, another one for the next batches, or more values of one. */
    void read(DictionaryBatch batch, ByteBuffer body) {
        ArrowColumn column = columns.stream()
                .filter(one -> one.indices() != null && one.dictionary() == batch.id())
                .findFirst()
                .orElseThrow(() -> new DamagedException("has a dictionary that no column has"));
        BatchBuffers buffers = new BatchBuffers(batch.data(), body);
        ArrowColumn.Values read = ArrowColumn.present(buffers, column.values());
        List<@Nullable Object> all =
                batch.isDelta() ? values.getOrDefault(batch.id(), new ArrayList<>()) : new ArrayList<>();
        for (int place = 0; place < buffers.rows(); place++) {
            all.add(read.at(place));
        }
        values.put(batch.id(), all);
    }

    /** The value at a place. */
    @Nullable
    Object value(ArrowColumn column, long place) {
        List<@Nullable Object> all = values.getOrDefault(column.dictionary(), Collections.emptyList());
        if (place < 0 || place >= all.size()) {
            throw new DamagedException("column '" + column.name() + "' names value " + place + " of a dictionary of "
                    + all.size() + "; write the file as a stream, with dictionaries before what needs them");
        }
        return all.get((int) place);
    }
}
