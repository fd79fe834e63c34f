// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Operators that take the elements along some axes together. */
final class Along {
    /** Since it, Softmax is along one axis; before, along that and all behind it. */
    private static final int ONE_AXIS = 13;

    private static final Map<String, DoubleBinaryOperator> REDUCTIONS = Map.of(
            "ReduceMean", Double::sum,
            "ReduceSum", Double::sum,
            "ReduceMax", Math::max,
            "ReduceMin", Math::min);

    private Along() {}

    static boolean knows(String operator) {
        return REDUCTIONS.containsKey(operator);
    }

    /** One axis stays as 1 for each, unless it is asked to go. */
    static Value reduce(Node node) {
        Value x = node.input(0);
        boolean[] reduced = axes(node, x);
        int[] kept = x.dims().clone();
        int each = 1;
        for (int axis = 0; axis < kept.length; axis++) {
            each *= reduced[axis] ? kept[axis] : 1;
            kept[axis] = reduced[axis] ? 1 : kept[axis];
        }
        DoubleBinaryOperator operator = REDUCTIONS.getOrDefault(node.proto().getOpType(), Double::sum);
        double[] results = new double[node.room(kept)];
        boolean[] begun = new boolean[results.length];
        node.work().spend(x.count());
        Broadcast all = Broadcast.of(x, Value.of(x.type(), kept, results));
        for (int i = 0; i < x.count(); i++) {
            int place = all.place(1, i);
            results[place] = begun[place] ? operator.applyAsDouble(results[place], x.at(i)) : x.at(i);
            begun[place] = true;
        }
        double divisor = node.proto().getOpType().equals("ReduceMean") ? each : 1;
        Value value = node.filled(x, kept, i -> results[i] / divisor);
        return node.integer("keepdims", 1) != 0 ? value : value.shaped(without(kept, reduced));
    }

    private static boolean[] axes(Node node, Value x) {
        boolean[] reduced = new boolean[x.dims().length];
        long[] axes = node.integers("axes", 1).orElse(new long[0]);
        Arrays.fill(reduced, axes.length == 0 && node.integer("noop_with_empty_axes", 0) == 0);
        for (long axis : axes) {
            reduced[x.axis(axis)] = true;
        }
        return reduced;
    }

    private static int[] without(int[] dims, boolean[] left) {
        int[] others = new int[dims.length];
        int count = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            if (!left[axis]) {
                others[count++] = dims[axis];
            }
        }
        return Arrays.copyOf(others, count);
    }

    static Value softmax(Node node) {
        return softmax(node, false);
    }

    static Value logSoftmax(Node node) {
        return softmax(node, true);
    }

    private static Value softmax(Node node, boolean logarithm) {
        Value x = node.input(0);
        boolean oneAxis = node.opset() >= ONE_AXIS;
        int axis = x.axis(node.integer("axis", oneAxis ? -1 : 1));
        int inner = 1;
        for (int behind = axis + 1; behind < x.dims().length; behind++) {
            inner *= x.dims()[behind];
        }
        int length = oneAxis ? x.dims()[axis] : x.dims()[axis] * inner;
        int stride = oneAxis ? inner : 1;
        double[] results = new double[node.room(x.dims())];
        for (int start = 0; start < results.length; start++) {
            if (start / stride % length == 0) {
                softmax(x, results, start, stride, length, logarithm);
            }
        }
        return node.filled(x, x.dims(), i -> results[i]);
    }

    private static void softmax(Value x, double[] into, int start, int stride, int length, boolean logarithm) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < length; k++) {
            most = Math.max(most, x.at(start + k * stride));
        }
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += StrictMath.exp(x.at(start + k * stride) - most);
        }
        for (int k = 0; k < length; k++) {
            double z = x.at(start + k * stride) - most;
            into[start + k * stride] = logarithm ? z - StrictMath.log(sum) : StrictMath.exp(z) / sum;
        }
    }
}
