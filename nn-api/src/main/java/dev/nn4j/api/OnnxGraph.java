// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.Map;

/**
 * The part of an ONNX graph that a component adds to. Values are known by name: a method that makes one returns its
 * name. Operators are those of ONNX's default domain.
 *
 * @since 0.1.0
 */
public interface OnnxGraph {
    /** The version of the operator set that the graph is written in; it decides which operators there are. */
    int opset();

    /** Adds a scalar. */
    String constant(float value);

    /**
     * Adds a node with one output.
     *
     * @param operator as ONNX names it: {@code LeakyRelu}
     * @param attributes by name: Float, Long or String. Write all that matter, for defaults differ between versions
     * @param inputs names of values
     */
    String node(String operator, Map<String, ?> attributes, String... inputs);

    /** Adds a node without attributes. */
    default String node(String operator, String... inputs) {
        return node(operator, Map.of(), inputs);
    }
}
