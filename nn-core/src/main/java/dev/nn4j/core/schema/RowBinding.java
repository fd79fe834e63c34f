// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a model's features stand in the rows of one source; reads raw rows in the network's order. Immutable.
 *
 * @since 0.1.0
 */
public final class RowBinding {
    private final String source;
    private final List<Feature> features;
    private final int[] fields;
    /** Which features are numbers as programs write them. */
    private final boolean[] plain;

    private final int width;

    private RowBinding(String source, List<Feature> features, int[] fields, int width) {
        this.source = source;
        this.features = features;
        this.fields = fields;
        this.plain = new boolean[fields.length];
        for (int f = 0; f < plain.length; f++) {
            plain[f] = features.get(f).takesPlainNumbers();
        }
        this.width = width;
    }

    static RowBinding of(Schema schema, String source, List<String> columns) {
        if (columns.equals(schema.featureNames())) {
            int[] same = new int[columns.size()];
            Arrays.setAll(same, field -> field);
            return new RowBinding(source, schema.features(), same, same.length);
        }
        Map<String, Integer> fieldOf = new HashMap<>();
        for (int field = 0; field < columns.size(); field++) {
            fieldOf.put(columns.get(field), field);
        }
        List<String> features = schema.featureNames();
        boolean byPosition = schema.inventedNames() && !fieldOf.keySet().containsAll(features);
        int[] fields = new int[features.size()];
        for (int f = 0; f < fields.length; f++) {
            Integer field = byPosition && f < columns.size()
                    ? Integer.valueOf(f)
                    : fieldOf.getOrDefault(
                            features.get(f), fieldOf.get(features.get(f).strip()));
            if (field == null) {
                throw Table.missing(source, features.get(f), columns, features);
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

    /**
     * Reads the features of a row and counts what policies let through. A missing value for which nothing stands becomes
     * NaN, too.
     *
     * @param tally of this model; see {@link InputTally} for which missing values are an error still
     * @return whether there is something for each feature; else the row cannot be answered
     * @throws dev.nn4j.api.DataException if the row is ragged or a cell cannot be read
     */
    public boolean read(long line, List<String> cells, float[] into, int from, InputTally tally) {
        return read(new SourceRow(line, cells), into, from, tally);
    }

    /**
     * The same for a row of texts or values.
     *
     * @throws dev.nn4j.api.DataException if the row is ragged or a cell cannot be used
     * @since 0.1.0
     */
    public boolean read(SourceRow row, float[] into, int from, InputTally tally) {
        RowParser.requireWidth(source, row, width);
        int at = from;
        boolean usable = true;
        for (int f = 0; f < fields.length; f++) {
            Feature feature = features.get(f);
            double number = plain[f] ? row.plainNumber(fields[f]) : Double.NaN;
            if (feature.takes(number, into, at)) {
                at++;
                continue;
            }
            Object cell = row.cells().get(fields[f]);
            if (feature.readNumber(cell, into, at)) {
                at++;
                continue;
            }
            Location where = row.location(source, fields[f] + 1);
            boolean gap = feature.isGap(cell);
            if (gap && tally.takesGap(f)) {
                Arrays.fill(into, at, at + feature.rawWidth(), Float.NaN);
                usable &= tally.gap(f, where);
            } else {
                feature.readCell(cell, gap, where, into, at);
                if (feature.kind().isUnseen(into[at])) {
                    tally.unseen(f, row.text(fields[f]));
                }
            }
            at += feature.rawWidth();
        }
        return tally.ended(usable);
    }

    /**
     * Where a feature stands in a row of the source.
     *
     * @param feature in the model's order, from 0
     * @return the field, from 0
     * @since 0.1.0
     */
    public int field(int feature) {
        return fields[feature];
    }

    /**
     * The place of a feature's cell, for messages.
     *
     * @since 0.1.0
     */
    public Location location(SourceRow row, int feature) {
        return row.location(source, fields[feature] + 1);
    }

    /**
     * Passes if a row has as many cells as the source has columns.
     *
     * @throws dev.nn4j.api.DataException if it is ragged
     * @since 0.1.0
     */
    public void requireWidth(SourceRow row) {
        RowParser.requireWidth(source, row, width);
    }
}
