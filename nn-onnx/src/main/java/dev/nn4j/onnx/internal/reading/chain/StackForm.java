// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Values that are stacked along an axis of their own, which is taken away again: Unsqueeze each, Concat, and a reduction. */
final class StackForm {
    private final Graph graph;

    private StackForm(Graph graph) {
        this.graph = graph;
    }

    /** The values, if a reduction is one of such a stack and leaves no trace of the axis. */
    static Optional<List<String>> find(Graph graph, NodeProto reduction) {
        return new StackForm(graph).values(reduction);
    }

    private Optional<List<String>> values(NodeProto reduction) {
        if (reduction.getInputCount() == 0) {
            return Optional.empty();
        }
        OptionalLong axis = axis(reduction);
        Optional<NodeProto> concat = graph.node(reduction.getInput(0))
                .filter(node -> is(node, "Concat") && NodeAttributes.integer(node, "axis", 0) == axis.orElse(-1));
        if (axis.isEmpty() || concat.isEmpty() || NodeAttributes.integer(reduction, "keepdims", 1) != 0) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (String part : concat.get().getInputList()) {
            Optional<NodeProto> row = graph.node(part)
                    .filter(node -> is(node, "Unsqueeze") && axis(node).equals(axis));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            values.add(row.get().getInput(0));
        }
        return Optional.of(values);
    }

    /** The one axis of an operator, from the front; an attribute once, and an input in newer operator sets. */
    private OptionalLong axis(NodeProto node) {
        List<Long> axes = NodeAttributes.integers(node, "axes");
        if (axes.size() == 1) {
            return axes.get(0) < 0 ? OptionalLong.empty() : OptionalLong.of(axes.get(0));
        }
        if (!axes.isEmpty() || node.getInputCount() < 2) {
            return OptionalLong.empty();
        }
        return graph.constant(node.getInput(1)).filter(constant -> constant.count() == 1).stream()
                .mapToLong(constant -> (long) constant.values()[0])
                .filter(axis -> axis >= 0)
                .findFirst();
    }

    private static boolean is(NodeProto node, String operator) {
        return Graph.isDefaultDomain(node.getDomain()) && node.getOpType().equals(operator) && node.getInputCount() > 0;
    }
}
