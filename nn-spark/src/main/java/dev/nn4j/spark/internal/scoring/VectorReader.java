// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import dev.nn4j.api.DataException;
import dev.nn4j.core.schema.Schema;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** Reads raw rows of a model out of one column of vectors or arrays. */
final class VectorReader {
    private final Schema schema;
    private final int field;
    private final String column;
    private final String source;

    VectorReader(Schema schema, String source, String column, int field) {
        this.schema = schema;
        this.source = source;
        this.column = column;
        this.field = field;
    }

    /** Reads a row; see {@link RowReader#read}. */
    void read(long number, Row row, float[] into, int at) {
        Object value = row.get(field);
        if (value instanceof Vector vector) {
            requireWidth(number, vector.size());
            schema.rawRow(vector.toArray(), 0, into, at);
        } else if (value == null) {
            throw fault(number, "is null");
        } else {
            List<?> numbers = row.getList(field);
            requireWidth(number, numbers.size());
            double[] values = new double[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers.get(i) instanceof Number one ? one.doubleValue() : Double.NaN;
            }
            schema.rawRow(values, 0, into, at);
        }
    }

    private void requireWidth(long number, int found) {
        if (found != schema.rawWidth()) {
            throw fault(number, "has " + found + " numbers, the model reads " + schema.rawWidth());
        }
    }

    private DataException fault(long number, String problem) {
        return new DataException(
                new DataException.Location(source, number, field + 1), "column '" + column + "' " + problem);
    }
}
