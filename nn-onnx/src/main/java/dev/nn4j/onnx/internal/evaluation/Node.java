// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A node with the values that go into it.
 *
 * @param proto what it is
 * @param opset of ONNX's own operators
 * @param inputs null where an optional one is left out
 * @param rounding what is kept of results
 * @param work what may still be done
 */
record Node(NodeProto proto, long opset, List<@Nullable Value> inputs, Rounding rounding, Work work) {
    /** An input that must be there. */
    Value input(int index) {
        return given(index).orElseThrow(() -> new EvaluationFault("input " + index + " is missing"));
    }

    Optional<Value> given(int index) {
        return index < inputs.size() ? Optional.ofNullable(inputs.get(index)) : Optional.empty();
    }

    double number(String name, double otherwise) {
        return attribute(name).map(attribute -> (double) attribute.getF()).orElse(otherwise);
    }

    long integer(String name, long otherwise) {
        return attribute(name).map(AttributeProto::getI).orElse(otherwise);
    }

    String text(String name, String otherwise) {
        return attribute(name).map(attribute -> attribute.getS().toStringUtf8()).orElse(otherwise);
    }

    Optional<AttributeProto> attribute(String name) {
        return proto.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }

    /** Integers that are an attribute in older operator sets, and an input in newer ones. */
    Optional<long[]> integers(String attribute, int input) {
        Optional<long[]> listed = attribute(attribute)
                .map(found ->
                        found.getIntsList().stream().mapToLong(Long::longValue).toArray());
        return listed.isPresent() ? listed : given(input).map(Node::integers);
    }

    static long[] integers(Value value) {
        return LongStream.range(0, value.count())
                .map(i -> (long) value.at((int) i))
                .toArray();
    }

    /** Makes a value of this many elements, each computed by its index. */
    Value filled(Value like, int[] dims, IntToDoubleFunction element) {
        double[] numbers = new double[room(dims)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rounding.of(like.type(), element.applyAsDouble(i));
        }
        return Value.of(like.type(), dims, numbers);
    }

    /** How many elements such a value has, once there is leave to make it. */
    int room(int... dims) {
        int count = Value.count(dims);
        work.spend(count);
        return count;
    }
}
