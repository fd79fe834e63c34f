// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.OnnxGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes down what an activation's form says, to compare it with a graph. */
final class RecordedForm implements OnnxGraph, Operations {
    private static final String ARGUMENT = "z";

    private final int opset;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();

    private RecordedForm(int opset) {
        this.opset = opset;
    }

    /** The form in one operator set, in normal form; empty if it is none, which only who exports it needs to know. */
    static Optional<Term> of(OnnxForm form, int opset) {
        RecordedForm graph = new RecordedForm(opset);
        try {
            return Expression.of(graph, form.addTo(graph, ARGUMENT), ARGUMENT, operator -> true, Effort.unlimited());
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    @Override
    public int opset() {
        return opset;
    }

    @Override
    public String constant(float value) {
        String name = "number" + numbers.size();
        numbers.put(name, (double) value);
        return name;
    }

    @Override
    public String node(String operator, Map<String, ?> attributes, String... inputs) {
        String name = "node" + operations.size();
        operations.put(name, new Operation(operator, Map.copyOf(attributes), List.of(inputs)));
        return name;
    }

    @Override
    public Optional<Operation> producer(String value) {
        return Optional.ofNullable(operations.get(value));
    }

    @Override
    public OptionalDouble number(String value) {
        Double number = numbers.get(value);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
