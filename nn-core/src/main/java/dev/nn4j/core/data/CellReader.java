// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.HashMap;
import java.util.Map;

/** Reads the cells of a feature's column of texts, and most different texts only once. For one thread at a time. */
final class CellReader {
    private static final int MOST_KNOWN = 1 << 14;

    private final Table table;
    private final Column cells;
    private final Feature feature;
    private final Map<String, float[]> known = new HashMap<>();

    CellReader(Table table, Feature feature) {
        this.table = table;
        this.cells = table.textsOf(feature.name());
        this.feature = feature;
    }

    /**
     * Reads the cell of a row.
     *
     * @param into receives the raw floats at {@code at} on
     * @throws dev.nn4j.api.DataException as {@link Feature#read(String, dev.nn4j.api.DataException.Location, float[],
     *     int)} throws it
     */
    void read(int row, float[] into, int at) {
        String text = cells.text(row);
        float[] raw = known.get(text);
        if (raw == null) {
            raw = new float[feature.rawWidth()];
            feature.read(text, table.location(row, feature.name()), raw, 0);
            if (known.size() < MOST_KNOWN) {
                known.put(text, raw);
            }
        }
        for (int i = 0; i < raw.length; i++) {
            into[at + i] = raw[i];
        }
    }
}
