// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import dev.nn4j.api.DataException;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.spark.internal.rows.CellValues;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads a model's features out of Spark's rows. Numbers, of which there are most, take a short way. For one thread. */
final class RowReader {
    private final RowBinding binding;
    private final Schema schema;
    private final int[] fields;
    private final boolean[] quick;
    private final boolean allQuick;

    /**
     * Finds the features among columns.
     *
     * @param source names the rows in messages
     * @throws DataException if one is missing, naming the nearest
     */
    RowReader(Schema schema, String source, List<String> columns) {
        this.schema = schema;
        this.binding = schema.bind(source, columns);
        int features = schema.features().size();
        this.fields = new int[features];
        this.quick = new boolean[features];
        boolean all = true;
        for (int f = 0; f < features; f++) {
            Feature feature = schema.features().get(f);
            fields[f] = binding.field(f);
            quick[f] = feature.cellType().isNumber() && feature.kind().offset() == 0 && feature.rawWidth() == 1;
            all &= quick[f];
        }
        this.allQuick = all;
    }

    /**
     * Reads a row.
     *
     * @param number of the row, counted from 1, for messages
     * @param into receives the raw row at {@code at} on
     * @throws DataException if a value is missing and nothing stands for it, or cannot be used
     */
    void read(long number, Row row, float[] into, int at) {
        if (!allQuick || !readQuickly(row, into, at)) {
            readFully(number, row, into, at);
        }
    }

    /** Whether all features are numbers that floats hold. */
    private boolean readQuickly(Row row, float[] into, int at) {
        for (int f = 0; f < fields.length; f++) {
            Object cell = row.get(fields[f]);
            float value;
            if (cell instanceof Float one) {
                value = one;
            } else if (cell instanceof Number number) {
                value = (float) number.doubleValue();
            } else {
                return false;
            }
            if (!Float.isFinite(value)) {
                return false;
            }
            into[at + f] = value;
        }
        return true;
    }

    private void readFully(long number, Row row, float[] into, int at) {
        List<@Nullable Object> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            cells.add(CellValues.of(row.get(i)));
        }
        binding.read(new SourceRow(number, cells), into, at, new InputTally(schema, InputTally.Leniency.NONE));
    }
}
