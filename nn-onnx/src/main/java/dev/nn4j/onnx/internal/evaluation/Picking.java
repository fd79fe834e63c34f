// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Operators that put parts of values together. */
final class Picking {
    private Picking() {}

    static Value gather(Node node) {
        Value x = node.input(0);
        Value indices = node.input(1);
        int axis = x.axis(node.integer("axis", 0));
        int length = x.dims()[axis];
        int inner = 1;
        for (int behind = axis + 1; behind < x.dims().length; behind++) {
            inner *= x.dims()[behind];
        }
        int[] dims = joined(x.dims(), axis, indices.dims());
        int[] places = new int[node.room(dims)];
        for (int i = 0; i < places.length; i++) {
            long asked = (long) indices.at(i / inner % indices.count());
            long index = asked < 0 ? asked + length : asked;
            EvaluationFault.require(index >= 0 && index < length, "index " + asked + " is none of " + length);
            int outer = i / inner / indices.count();
            places[i] = (outer * length + (int) index) * inner + i % inner;
        }
        return x.picked(dims, places);
    }

    /** Of one axis, in steps of one: from a place up to another, both counted from the end where they are negative. */
    static Value slice(Node node) {
        Value x = node.input(0);
        long[] from = node.integers("starts", 1).orElse(new long[0]);
        long[] to = node.integers("ends", 2).orElse(new long[0]);
        long[] axes = node.integers("axes", 3).orElse(new long[0]);
        long[] steps = node.given(4).map(Node::integers).orElse(new long[] {1});
        boolean one = from.length == 1 && to.length == 1 && axes.length == 1 && steps.length == 1 && steps[0] == 1;
        EvaluationFault.require(one, "it slices in another way than along one axis in steps of one");
        int axis = x.axis(axes[0]);
        int length = x.dims()[axis];
        int first = bound(from[0], length);
        int last = Math.max(first, bound(to[0], length));
        int inner = 1;
        for (int behind = axis + 1; behind < x.dims().length; behind++) {
            inner *= x.dims()[behind];
        }
        int[] dims = x.dims().clone();
        dims[axis] = last - first;
        int[] places = new int[node.room(dims)];
        for (int i = 0; i < places.length; i++) {
            int outer = i / inner / dims[axis];
            places[i] = (outer * length + first + i / inner % dims[axis]) * inner + i % inner;
        }
        return x.picked(dims, places);
    }

    private static int bound(long given, int length) {
        return (int) Math.max(0, Math.min(length, given < 0 ? given + length : given));
    }

    /** The first shape with another in place of one of its axes. */
    private static int[] joined(int[] dims, int axis, int[] inPlace) {
        int[] all = new int[dims.length - 1 + inPlace.length];
        for (int i = 0; i < all.length; i++) {
            boolean inside = i >= axis && i < axis + inPlace.length;
            all[i] = inside ? inPlace[i - axis] : dims[i < axis ? i : i - inPlace.length + 1];
        }
        return all;
    }

    static Value concat(Node node) {
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            parts.add(node.input(i));
        }
        Value first = parts.get(0);
        int axis = first.axis(node.integer("axis", 0));
        int[] dims = first.dims().clone();
        dims[axis] = 0;
        for (Value part : parts) {
            requireAlike(first, part, axis);
            dims[axis] += part.dims()[axis];
        }
        int inner = 1;
        for (int behind = axis + 1; behind < dims.length; behind++) {
            inner *= dims[behind];
        }
        double[] numbers = new double[node.room(dims)];
        int row = dims[axis] * inner;
        int from = 0;
        for (Value part : parts) {
            int width = part.dims()[axis] * inner;
            for (int i = 0; i < part.count(); i++) {
                numbers[i / width * row + from + i % width] = part.at(i);
            }
            from += width;
        }
        return Value.of(first.type(), dims, numbers);
    }

    private static void requireAlike(Value first, Value part, int axis) {
        boolean alike = part.dims().length == first.dims().length && part.isText() == first.isText();
        for (int a = 0; alike && a < first.dims().length; a++) {
            alike = a == axis || part.dims()[a] == first.dims()[a];
        }
        EvaluationFault.require(alike && !first.isText(), "it joins what has no common shape");
    }
}
