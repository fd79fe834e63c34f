// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import java.util.List;

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
        return switch (schema.task()) {
            case REGRESSION -> table.matrix(schema.targets());
            case MULTILABEL -> zerosAndOnes(table);
            case BINARY, MULTICLASS -> ofLabels(classes(table));
        };
    }

    /** Each row's label as an index into the schema's labels. Tasks with labels only. */
    public int[] classes(Table table) {
        String target = schema.targets().get(0);
        String[] labels = table.texts(target);
        int[] classes = new int[labels.length];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = schema.indexOfLabel(labels[row], table.location(row, target));
        }
        return classes;
    }

    private float[] ofLabels(int[] classes) {
        int width = schema.outputs();
        float[] targets = new float[Math.multiplyExact(classes.length, width)];
        for (int row = 0; row < classes.length; row++) {
            if (schema.task() == Task.BINARY) {
                targets[row] = classes[row] == schema.positiveClass() ? 1 : 0;
            } else {
                targets[row * width + classes[row]] = 1;
            }
        }
        return targets;
    }

    private float[] zerosAndOnes(Table table) {
        List<String> columns = schema.targets();
        float[] targets = table.matrix(columns);
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != 0 && targets[i] != 1) {
                String column = columns.get(i % columns.size());
                throw new DataException(
                        table.location(i / columns.size(), column),
                        "target '" + column + "' of a multi-label task must be 0 or 1, got " + targets[i]);
            }
        }
        return targets;
    }
}
