// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a model's features stand in the rows of one source; reads raw rows in the network's order. Immutable. */
public final class RowBinding {
    private final String source;
    private final List<Feature> features;
    private final int[] fields;
    private final int width;

    private RowBinding(String source, List<Feature> features, int[] fields, int width) {
        this.source = source;
        this.features = features;
        this.fields = fields;
        this.width = width;
    }

    static RowBinding of(Schema schema, String source, List<String> columns) {
        Map<String, Integer> fieldOf = new HashMap<>();
        for (int field = 0; field < columns.size(); field++) {
            fieldOf.put(columns.get(field), field);
        }
        List<String> features = schema.featureNames();
        boolean byPosition = schema.inventedNames() && !fieldOf.keySet().containsAll(features);
        int[] fields = new int[features.size()];
        for (int f = 0; f < fields.length; f++) {
            Integer field = byPosition && f < columns.size() ? Integer.valueOf(f) : fieldOf.get(features.get(f));
            if (field == null) {
                throw Table.missing(source, features.get(f), columns);
            }
            fields[f] = field;
        }
        return new RowBinding(source, schema.features(), fields, columns.size());
    }

    /**
     * Reads the features of a row; what is missing becomes NaN where a policy allows it.
     *
     * @param line the row's place in the source
     * @param cells in the source's order
     * @param into receives the raw row at {@code from} on
     * @throws dev.nn4j.api.DataException if the row is ragged or a cell cannot be read
     */
    public void read(long line, List<String> cells, float[] into, int from) {
        RowParser.requireWidth(source, line, cells.size(), width);
        int at = from;
        for (int f = 0; f < fields.length; f++) {
            Feature feature = features.get(f);
            int field = fields[f];
            feature.read(cells.get(field), new Location(source, line, field + 1), into, at);
            at += feature.rawWidth();
        }
    }
}
