// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** A tensor: numbers as doubles whatever their type, booleans as 0 and 1, or texts. */
public final class Value {
    private static final int MOST_AXES = 8;

    private final DataType type;
    private final int[] dims;
    private final int count;
    private final IntToDoubleFunction numbers;
    private final IntFunction<String> texts;

    private Value(DataType type, int[] dims, IntToDoubleFunction numbers, IntFunction<String> texts) {
        this.type = type;
        this.dims = dims;
        this.count = count(dims);
        this.numbers = numbers;
        this.texts = texts;
    }

    /** Numbers; they are not copied. */
    public static Value of(DataType type, int[] dims, double[] numbers) {
        return of(type, dims, i -> numbers[i]);
    }

    static Value of(DataType type, int[] dims, IntToDoubleFunction numbers) {
        return new Value(type, dims, numbers, i -> "");
    }

    /** Texts; they are not copied. */
    public static Value of(int[] dims, String[] texts) {
        return of(dims, (IntFunction<String>) i -> texts[i]);
    }

    static Value of(int[] dims, IntFunction<String> texts) {
        return new Value(DataType.STRING, dims, i -> Double.NaN, texts);
    }

    /** How many elements such a shape has, if that is a number of elements at all. */
    static int count(int[] dims) {
        EvaluationFault.require(dims.length <= MOST_AXES, "it has values of more than " + MOST_AXES + " axes");
        long count = 1;
        for (int dim : dims) {
            count *= dim;
            EvaluationFault.require(dim >= 0 && count <= Integer.MAX_VALUE, "it has values of an impossible shape");
        }
        return (int) count;
    }

    DataType type() {
        return type;
    }

    boolean isText() {
        return type == DataType.STRING;
    }

    boolean isWhole() {
        return type != DataType.FLOAT && type != DataType.DOUBLE;
    }

    /** The shape, which must not be changed. */
    public int[] dims() {
        return dims;
    }

    /** How many elements there are. */
    public int count() {
        return count;
    }

    /** An element in row-major order. */
    public double at(int index) {
        return numbers.applyAsDouble(index);
    }

    String text(int index) {
        return texts.apply(index);
    }

    /** The same elements in another shape. */
    Value shaped(int... others) {
        EvaluationFault.require(count(others) == count, "it gives " + count + " values another number of places");
        return new Value(type, others, numbers, texts);
    }

    /** The elements that stand at these places. */
    Value picked(int[] others, int[] places) {
        return new Value(type, others, i -> numbers.applyAsDouble(places[i]), i -> texts.apply(places[i]));
    }

    /** An axis as a number from 0 on; a negative one counts from the end. */
    int axis(long given) {
        return axis(given, dims.length);
    }

    static int axis(long given, int axes) {
        long axis = given < 0 ? given + axes : given;
        EvaluationFault.require(axis >= 0 && axis < axes, "axis " + given + " is none of " + axes);
        return (int) axis;
    }
}
