// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import java.util.Arrays;
import java.util.List;

/** Shapes that stretch to each other, aligned at their last axes. */
final class Broadcast {
    private final int[] dims;
    private final List<Value> values;
    private final int[][] strides;

    private Broadcast(int[] dims, List<Value> values) {
        this.dims = dims;
        this.values = values;
        this.strides = values.stream().map(value -> strides(value.dims(), dims)).toArray(int[][]::new);
    }

    static Broadcast of(Value... values) {
        int axes = 0;
        for (Value value : values) {
            axes = Math.max(axes, value.dims().length);
        }
        int[] dims = new int[axes];
        Arrays.fill(dims, 1);
        for (Value value : values) {
            stretch(dims, value.dims());
        }
        return new Broadcast(dims, List.of(values));
    }

    private static void stretch(int[] dims, int[] other) {
        int from = dims.length - other.length;
        for (int axis = 0; axis < other.length; axis++) {
            int mine = dims[from + axis];
            EvaluationFault.require(
                    mine == other[axis] || mine == 1 || other[axis] == 1,
                    "its inputs have shapes that do not stretch to each other");
            dims[from + axis] = mine == 1 ? other[axis] : mine;
        }
    }

    /** How far apart two neighbours along each axis lie; 0 where a value is stretched. */
    private static int[] strides(int[] own, int[] dims) {
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int axis = own.length - 1; axis >= 0; axis--) {
            strides[dims.length - own.length + axis] = own[axis] == 1 ? 0 : stride;
            stride *= own[axis];
        }
        return strides;
    }

    int[] dims() {
        return dims;
    }

    /** Where a value's element lies that belongs to one of the result. */
    int place(int value, int index) {
        int place = 0;
        int rest = index;
        int[] stride = strides[value];
        for (int axis = dims.length - 1; axis >= 0 && rest > 0; axis--) {
            place += rest % dims[axis] * stride[axis];
            rest /= dims[axis];
        }
        return place;
    }

    double number(int value, int index) {
        return values.get(value).at(place(value, index));
    }
}
