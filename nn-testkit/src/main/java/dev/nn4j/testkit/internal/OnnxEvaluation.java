// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.OnnxGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Computes a form while it is written down, in double. */
final class OnnxEvaluation implements OnnxGraph {
    /** The argument's name. */
    static final String ARGUMENT = "z";

    private final int opset;
    private final int width;
    private final Map<String, Optional<double[]>> values = new HashMap<>();

    OnnxEvaluation(int opset, float[] argument, int width) {
        this.opset = opset;
        this.width = width;
        double[] z = new double[argument.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = argument[i];
        }
        values.put(ARGUMENT, Optional.of(z));
    }

    /** Names of rows of coefficients. */
    static List<String> rows(int count) {
        return IntStream.range(0, count).mapToObj(k -> "row" + k).toList();
    }

    /** Adds rows of coefficients, each for all rows of the argument. */
    void addRows(float[] p) {
        int count = value(ARGUMENT).orElseThrow().length;
        for (int k = 0; k < p.length / width; k++) {
            double[] spread = new double[count];
            for (int i = 0; i < count; i++) {
                spread[i] = p[k * width + i % width];
            }
            values.put(rows(k + 1).get(k), Optional.of(spread));
        }
    }

    @Override
    public int opset() {
        return opset;
    }

    @Override
    public String constant(float value) {
        return keep(Optional.of(new double[] {value}));
    }

    @Override
    public String node(String operator, Map<String, ?> attributes, String... inputs) {
        attributes.forEach(OnnxEvaluation::requireAttribute);
        List<double[]> arguments = new ArrayList<>();
        for (String input : inputs) {
            value(input).ifPresent(arguments::add);
        }
        return keep(
                arguments.size() == inputs.length
                        ? new OnnxOperator(operator, attributes, width).apply(arguments)
                        : Optional.empty());
    }

    /** A value; empty if an operator on its way is not known. */
    Optional<double[]> value(String name) {
        Optional<double[]> value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the form uses '" + name + "', which the graph does not have");
        }
        return value;
    }

    private String keep(Optional<double[]> value) {
        String name = "value" + values.size();
        values.put(name, value);
        return name;
    }

    private static void requireAttribute(String name, Object value) {
        if (!(value instanceof Float || value instanceof Long || value instanceof String)) {
            throw new IllegalArgumentException("attribute '" + name + "' must be a Float, Long or String, got "
                    + value.getClass().getName());
        }
    }
}
