// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.List;

/**
 * A function written in ONNX's operators. Export writes it into files, and import finds the function again by it: the
 * order of factors and terms does not matter, nor do the names of values. Hyperparameters that appear in it as numbers
 * are found too.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OnnxForm {
    /**
     * Adds the nodes that compute the function.
     *
     * @param graph to add to; its operator set may call for another form
     * @param z the argument's name
     * @return the result's name
     */
    String addTo(OnnxGraph graph, String z);

    /** Forms of the same function that other programs write: import finds the function by them too. None by default. */
    default List<OnnxForm> alsoReadAs() {
        return List.of();
    }

    /** The form that is one operator of one argument and no attributes. */
    static OnnxForm operator(String operator) {
        return (graph, z) -> graph.node(operator, z);
    }

    /** A form to write, and others by which the function is found as well. */
    static OnnxForm of(OnnxForm written, OnnxForm... alsoRead) {
        List<OnnxForm> others = List.of(alsoRead);
        return new OnnxForm() {
            @Override
            public String addTo(OnnxGraph graph, String z) {
                return written.addTo(graph, z);
            }

            @Override
            public List<OnnxForm> alsoReadAs() {
                return others;
            }
        };
    }
}
