// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Turns a table's target columns into the numbers that a network learns. */
public final class TargetEncoder {
    private final Schema schema;

    /** Encodes for this schema. */
    public TargetEncoder(Schema schema) {
        this.schema = schema;
    }

    /**
     * The targets, {@code rows × outputs}: one-hot, 0 or 1, or the numbers as they are.
     *
     * @throws DataException if a label is unknown or a yes-or-no target is neither 0 nor 1
     */
    public float[] encode(Table table) {
        TargetRows rows = rows(table);
        float[] targets = new float[Math.multiplyExact(table.rows(), rows.width())];
        for (int row = 0; row < table.rows(); row++) {
            rows.read(row, targets, row * rows.width());
        }
        return targets;
    }

    /** Each row's label as an index into the schema's labels. Tasks with labels only. */
    public int[] classes(Table table) {
        Words classes = classWords(table);
        int[] copy = new int[table.rows()];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = classes.get(row);
        }
        return copy;
    }

    /** The same, where the table is. */
    public Words classWords(Table table) {
        String target = schema.targets().get(0);
        Column labels = table.textsOf(target);
        Map<String, Integer> indexOf = new HashMap<>();
        schema.labels().forEach(label -> indexOf.put(label, indexOf.size()));
        Words classes = table.newWords(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            Integer index = indexOf.get(labels.text(row));
            if (index == null) {
                throw schema.unknownLabel(labels.text(row), table.location(row, target));
            }
            classes.set(row, index);
        }
        return classes;
    }

    /**
     * The numbers of the targets, {@code rows × targets}, where the table is. Tasks without labels only.
     *
     * @throws DataException if a yes-or-no target is neither 0 nor 1
     */
    public Words numberWords(Table table) {
        TargetRows rows = rows(table);
        Words words = table.newWords((long) table.rows() * rows.width());
        float[] row = new float[rows.width()];
        for (int r = 0; r < table.rows(); r++) {
            rows.read(r, row, 0);
            words.write((long) r * row.length, row, 0, row.length);
        }
        return words;
    }

    /** The targets of a table, row by row. */
    TargetRows rows(Table table) {
        return switch (schema.task()) {
            case REGRESSION -> new NumberRows(table, false);
            case MULTILABEL -> new NumberRows(table, true);
            case BINARY, MULTICLASS -> new LabelRows(classWords(table));
        };
    }

    private final class LabelRows extends TargetRows {
        private final Words classes;

        LabelRows(Words classes) {
            super(schema.outputs());
            this.classes = classes;
        }

        @Override
        void read(int row, float[] into, int at) {
            int label = classes.get(row);
            if (schema.task() == Task.BINARY) {
                into[at] = label == schema.positiveClass() ? 1 : 0;
            } else {
                Arrays.fill(into, at, at + width(), 0);
                into[at + label] = 1;
            }
        }
    }

    private final class NumberRows extends TargetRows {
        private final Table table;
        private final Column[] columns;
        private final boolean zerosAndOnes;

        NumberRows(Table table, boolean zerosAndOnes) {
            super(schema.targets().size());
            this.table = table;
            this.columns = schema.targets().stream().map(table::numbersOf).toArray(Column[]::new);
            this.zerosAndOnes = zerosAndOnes;
        }

        @Override
        void read(int row, float[] into, int at) {
            for (int c = 0; c < columns.length; c++) {
                float number = columns[c].number(row);
                if (zerosAndOnes && number != 0 && number != 1) {
                    throw new DataException(
                            table.location(row, columns[c].name()),
                            "target '" + columns[c].name() + "' of a multi-label task must be 0 or 1, got " + number);
                }
                into[at + c] = number;
            }
        }
    }
}
