// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.IsoDate;
import dev.nn4j.core.internal.words.CodeMemo;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import java.util.HashMap;
import java.util.Map;

/** Reads the cells of a feature's column of texts, and most different texts only once. For one thread at a time. */
final class CellReader {
    private static final int MOST_KNOWN = 1 << 14;

    private final Table table;
    private final Column cells;
    private final Feature feature;
    private final CodeMemo<float[]> knownCodes = new CodeMemo<>();
    private final Map<String, float[]> knownTexts = new HashMap<>();
    private final Map<String, float[]> knownValues = new HashMap<>();

    CellReader(Table table, Feature feature) {
        this.table = table;
        this.cells = table.textsOf(feature.name());
        this.feature = feature;
    }

    /** What was a value of a program is one whatever its text, and a date has the order of ISO 8601. */
    private void read(String text, boolean value, Location where, float[] raw) {
        if (value) {
            boolean iso = IsoDate.parse(text).isPresent();
            FeatureKind kind = iso ? feature.kind().ofTypedValues() : feature.kind();
            kind.read(text, feature.name(), where, raw, 0);
        } else {
            feature.read(text, where, raw, 0);
        }
    }

    private float[] read(int row, boolean value) {
        String text = cells.text(row);
        Map<String, float[]> known = value ? knownValues : knownTexts;
        float[] raw = known.get(text);
        if (raw == null) {
            raw = new float[feature.rawWidth()];
            read(text, value, table.location(row, feature.name()), raw);
            if (known.size() < MOST_KNOWN) {
                known.put(text, raw);
            }
        }
        return raw;
    }

    /**
     * Reads the cell of a row.
     *
     * @param into receives the raw floats at {@code at} on
     * @throws dev.nn4j.api.DataException as {@link Feature#read(String, dev.nn4j.api.DataException.Location, float[],
     *     int)} throws it
     */
    void read(int row, float[] into, int at) {
        boolean value = cells.isValue(row);
        int code = value ? -1 : cells.code(row);
        float[] raw = knownCodes.get(code);
        if (raw == null) {
            raw = read(row, value);
            knownCodes.put(code, raw);
        }
        for (int i = 0; i < raw.length; i++) {
            into[at + i] = raw[i];
        }
    }
}
