// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.check;

import dev.nn4j.onnx.internal.evaluation.Value;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.proto.TensorShapeProto.Dimension;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.chain.InputJoin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives rows to a graph in the shapes that it declares, side by side where it has several inputs. */
public final class Feed {
    private final List<ValueInfoProto> inputs;
    private final int width;
    private final boolean columns;

    /** For rows of this width, which may be meant as columns. */
    public Feed(List<ValueInfoProto> inputs, int width, boolean columns) {
        this.inputs = inputs;
        this.width = width;
        this.columns = columns;
    }

    /** Whether there is no axis of rows. */
    boolean takesOne() {
        return dims(inputs.get(0)).size() == 1;
    }

    /** How many rows the graph says that it takes; 0 if any number. */
    int declaredRows() {
        if (takesOne()) {
            return 1;
        }
        List<Dimension> dims = dims(inputs.get(0));
        int axis = columns ? 1 : 0;
        return dims.size() <= axis
                ? 0
                : (int) Math.min(Integer.MAX_VALUE, dims.get(axis).getDimValue());
    }

    Map<String, Value> values(float[] rows, int count) {
        Map<String, Value> values = new HashMap<>();
        int from = 0;
        for (ValueInfoProto input : inputs) {
            int part = inputs.size() == 1 ? width : InputJoin.columns("the graph", input);
            values.put(input.getName(), value(input, rows, count, from, part));
            from += part;
        }
        return values;
    }

    private Value value(ValueInfoProto input, float[] rows, int count, int from, int part) {
        double[] numbers = new double[count * part];
        for (int i = 0; i < numbers.length; i++) {
            int row = columns ? i % count : i / part;
            int column = columns ? i / count : i % part;
            numbers[i] = rows[row * width + from + column];
        }
        DataType type = input.getType().getTensorType().getElemType();
        return Value.of(type, shape(input, count, part), numbers);
    }

    private int[] shape(ValueInfoProto input, int count, int part) {
        List<Dimension> dims = dims(input);
        if (dims.size() > 2) {
            return deep(dims, count);
        }
        if (dims.size() == 1) {
            return new int[] {part};
        }
        return columns ? new int[] {part, count} : new int[] {count, part};
    }

    /** An axis of unknown length takes what is left; a second one would have to be told. */
    private int[] deep(List<Dimension> dims, int count) {
        int[] shape = new int[dims.size()];
        shape[0] = count;
        int left = width;
        for (int axis = 1; axis < shape.length; axis++) {
            shape[axis] = (int) Math.max(1, Math.min(width, dims.get(axis).getDimValue()));
            left /= shape[axis];
        }
        for (int axis = 1; axis < shape.length; axis++) {
            if (!dims.get(axis).hasDimValue()) {
                shape[axis] = Math.max(1, left);
                left = 1;
            }
        }
        return shape;
    }

    private static List<Dimension> dims(ValueInfoProto input) {
        return input.getType().getTensorType().getShape().getDimList();
    }
}
