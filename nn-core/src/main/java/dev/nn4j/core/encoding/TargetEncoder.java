// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.words.CodeMemo;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns a table's target columns into the numbers that a network learns.
 *
 * @since 0.1.0
 */
public final class TargetEncoder {
    private final Schema schema;

    /** Encodes for this schema. */
    public TargetEncoder(Schema schema) {
        this.schema = schema;
    }

    /**
     * The targets, {@code rows × outputs}: one-hot, 0 or 1, or the numbers, less their {@linkplain
     * Schema#targetOffsets offsets}.
     *
     * @throws DataException if a label is unknown or a yes-or-no target is neither 0 nor 1
     */
    public float[] encode(Table table) {
        TargetRows rows = rows(table);
        float[] targets = new float[ArrayLength.of("targets of a table", table.rows(), rows.width())];
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            rows.read(row, targets, row * rows.width());
        }
        return targets;
    }

    /** Each row's label as an index into the schema's labels. Tasks with labels only. */
    public int[] classes(Table table) {
        WordArray classes = classWords(table);
        int[] copy = new int[table.rows()];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = classes.get(row);
        }
        return copy;
    }

    /** The same, where the table is. */
    public WordArray classWords(Table table) {
        String target = schema.targets().get(0);
        Column labels = table.textsOf(target);
        Map<String, Integer> indexOf = new HashMap<>();
        schema.labels().forEach(label -> indexOf.put(label, indexOf.size()));
        List<String> labelsInOrder = schema.labels();
        for (int label = 0; label < labelsInOrder.size(); label++) {
            // cells come without blanks around them; older models may have learnt them with
            indexOf.putIfAbsent(labelsInOrder.get(label).strip(), label);
        }
        CodeMemo<Integer> known = new CodeMemo<>();
        WordArray classes = table.newWords(table.rows(), labelsInOrder.size());
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            int code = labels.code(row);
            Integer index = known.get(code);
            if (index == null) {
                index = indexOf.get(labels.text(row));
                if (index == null) {
                    throw schema.unknownLabel(labels.text(row), table.location(row, target));
                }
                known.put(code, index);
            }
            classes.set(row, index);
        }
        return classes;
    }

    /** The numbers of the targets, less their offsets, {@code rows × targets}, where the table is. Tasks without labels only. */
    private WordArray numberWords(Table table) {
        TargetRows rows = rows(table);
        WordArray words = table.newWords((long) table.rows() * rows.width());
        float[] row = new float[rows.width()];
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int r = 0; r < table.rows(); r++) {
            walk.step();
            rows.read(r, row, 0);
            words.write((long) r * row.length, row, 0, row.length);
        }
        return words;
    }

    /**
     * The truth of a table's rows, where the table is: the indices of their labels, or the numbers of their targets. What {@link
     * #encode(WordArray)} takes.
     *
     * @throws DataException if a label is unknown or a yes-or-no target is neither 0 nor 1
     * @since 0.1.0
     */
    public WordArray truth(Table table) {
        return schema.task().hasLabels() ? classWords(table) : numberWords(table);
    }

    /**
     * The targets of rows, as {@link #encode(Table)} gives them, made of their {@link #truth}.
     *
     * @since 0.1.0
     */
    public float[] encode(WordArray truth) {
        int width = schema.task().hasLabels() ? schema.outputs() : 1;
        float[] targets = new float[ArrayLength.of("targets of a table", truth.length() * width)];
        if (!schema.task().hasLabels()) {
            truth.read(0, targets, 0, targets.length);
            return targets;
        }
        for (int row = 0; row < truth.length(); row++) {
            write(truth.get(row), targets, row * width);
        }
        return targets;
    }

    /** A label as the targets of a row. */
    private void write(int label, float[] into, int at) {
        if (schema.task() == Task.BINARY) {
            into[at] = label == schema.positiveClass() ? 1 : 0;
        } else {
            Arrays.fill(into, at, at + schema.outputs(), 0);
            into[at + label] = 1;
        }
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
        private final WordArray classes;

        LabelRows(WordArray classes) {
            super(schema.outputs());
            this.classes = classes;
        }

        @Override
        void read(int row, float[] into, int at) {
            write(classes.get(row), into, at);
        }
    }

    private final class NumberRows extends TargetRows {
        private final Table table;
        private final Column[] columns;
        private final double[] offsets;
        private final boolean zerosAndOnes;

        NumberRows(Table table, boolean zerosAndOnes) {
            super(schema.targets().size());
            this.table = table;
            this.columns = schema.targets().stream().map(table::numbersOf).toArray(Column[]::new);
            this.offsets = IntStream.range(0, columns.length)
                    .mapToDouble(schema::targetOffset)
                    .toArray();
            this.zerosAndOnes = zerosAndOnes;
        }

        @Override
        void read(int row, float[] into, int at) {
            for (int c = 0; c < columns.length; c++) {
                float number = offsets[c] == 0
                        ? columns[c].number(row)
                        : RawRows.lessOffset(table, columns[c], row, offsets[c]);
                if (Float.isNaN(number)) {
                    throw new DataException(
                            table.location(row, columns[c].name()),
                            "target '" + columns[c].name() + "' has no value here; fill it in or leave the row out");
                }
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
