// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Operators that move elements, or tell of shapes. */
final class Shapes {
    private Shapes() {}

    static Value cast(Node node) {
        DataType type = DataType.forNumber((int) node.integer("to", 0));
        Value x = node.input(0);
        EvaluationFault.require(type != null && type != DataType.STRING && !x.isText(), "it casts from or to texts");
        boolean whole = type != DataType.FLOAT && type != DataType.DOUBLE;
        Value like = Value.of(type, new int[0], new double[1]);
        return node.filled(like, x.dims(), i -> {
            double value = x.at(i);
            if (type == DataType.BOOL) {
                return value == 0 ? 0 : 1;
            }
            return whole ? (double) (long) value : value;
        });
    }

    static Value flatten(Node node) {
        Value x = node.input(0);
        int axis = (int) node.integer("axis", 1);
        int rows = 1;
        int split = axis < 0 ? axis + x.dims().length : axis;
        EvaluationFault.require(split >= 0 && split <= x.dims().length, "axis " + axis + " is none of its input's");
        for (int a = 0; a < split; a++) {
            rows *= x.dims()[a];
        }
        return x.shaped(rows, rows == 0 ? 0 : x.count() / rows);
    }

    /** 0 is what was there, -1 what is left. */
    static Value reshape(Node node) {
        Value x = node.input(0);
        long[] asked = Node.integers(node.input(1));
        boolean zeroIsZero = node.integer("allowzero", 0) != 0;
        int[] dims = new int[asked.length];
        int open = -1;
        long known = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            boolean kept = asked[axis] == 0 && !zeroIsZero;
            EvaluationFault.require(!kept || axis < x.dims().length, "it keeps an axis that is not there");
            dims[axis] = kept ? x.dims()[axis] : (int) Math.max(-1, Math.min(Integer.MAX_VALUE, asked[axis]));
            open = dims[axis] < 0 ? axis : open;
            known *= Math.abs(dims[axis]);
            EvaluationFault.require(known <= Integer.MAX_VALUE, "it makes an impossible shape");
        }
        if (open >= 0) {
            dims[open] = known == 0 ? 0 : (int) (x.count() / known);
        }
        return x.shaped(dims);
    }

    static Value squeeze(Node node) {
        Value x = node.input(0);
        Set<Integer> axes = new TreeSet<>();
        for (long axis : node.integers("axes", 1).orElse(new long[0])) {
            axes.add(x.axis(axis));
        }
        boolean all = axes.isEmpty();
        List<Integer> dims = new ArrayList<>();
        for (int axis = 0; axis < x.dims().length; axis++) {
            boolean goes = all ? x.dims()[axis] == 1 : axes.contains(axis);
            EvaluationFault.require(!goes || x.dims()[axis] == 1, "it takes away an axis that is longer than 1");
            if (!goes) {
                dims.add(x.dims()[axis]);
            }
        }
        return x.shaped(dims.stream().mapToInt(Integer::intValue).toArray());
    }

    static Value unsqueeze(Node node) {
        Value x = node.input(0);
        long[] given = node.integers("axes", 1).orElse(new long[0]);
        int axes = x.dims().length + given.length;
        int[] dims = new int[axes];
        for (long axis : given) {
            dims[Value.axis(axis, axes)] = 1;
        }
        int next = 0;
        for (int axis = 0; axis < axes; axis++) {
            boolean own = dims[axis] == 0;
            EvaluationFault.require(!own || next < x.dims().length, "it adds an axis twice");
            dims[axis] = own ? x.dims()[next++] : 1;
        }
        return x.shaped(dims);
    }

    static Value shape(Node node) {
        int[] dims = node.input(0).dims();
        int from = bound(node.integer("start", 0), dims.length);
        int to = bound(node.integer("end", dims.length), dims.length);
        int[] part = Arrays.copyOfRange(dims, from, Math.max(from, to));
        return Value.of(DataType.INT64, new int[] {part.length}, i -> (double) part[i]);
    }

    private static int bound(long given, int axes) {
        return (int) Math.max(0, Math.min(axes, given < 0 ? given + axes : given));
    }

    static Value transpose(Node node) {
        Value x = node.input(0);
        int axes = x.dims().length;
        long[] order = node.integers("perm", Integer.MAX_VALUE).orElse(new long[0]);
        int[] dims = new int[axes];
        int[] steps = new int[axes];
        EvaluationFault.require(order.length == 0 || order.length == axes, "it exchanges axes that are not there");
        for (int axis = 0; axis < axes; axis++) {
            int from = order.length == 0 ? axes - 1 - axis : x.axis(order[axis]);
            dims[axis] = x.dims()[from];
            steps[axis] = 1;
            for (int behind = from + 1; behind < axes; behind++) {
                steps[axis] *= x.dims()[behind];
            }
        }
        int[] places = new int[node.room(dims)];
        for (int i = 0; i < places.length; i++) {
            int rest = i;
            for (int axis = axes - 1; axis >= 0; axis--) {
                places[i] += rest % dims[axis] * steps[axis];
                rest /= dims[axis];
            }
        }
        return x.picked(dims, places);
    }
}
