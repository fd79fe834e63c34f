// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;
import java.util.OptionalDouble;

/** The nodes of a graph as forms ask for them: which operator stands before which, and what constants it has. */
record FormNodes(Graph graph) {
    boolean is(NodeProto node, String operator) {
        return Graph.isDefaultDomain(node.getDomain()) && node.getOpType().equals(operator) && node.getInputCount() > 0;
    }

    /** The node that gives an input, if it is of this operator. */
    Optional<NodeProto> before(NodeProto node, int input, String operator) {
        return before(node, input).filter(one -> is(one, operator));
    }

    /** The node that gives an input. */
    Optional<NodeProto> before(NodeProto node, int input) {
        return node.getInputCount() > input ? graph.node(node.getInput(input)) : Optional.empty();
    }

    /** Which of two inputs is a constant; the second if both are, or none. */
    int constantInput(NodeProto node) {
        boolean first = node.getInputCount() == 2
                && graph.constant(node.getInput(1)).isEmpty()
                && graph.constant(node.getInput(0)).isPresent();
        return first ? 0 : 1;
    }

    /** The one number that an input is. */
    OptionalDouble number(NodeProto node, int input) {
        return node.getInputCount() > input ? graph.number(node.getInput(input)) : OptionalDouble.empty();
    }

    /** The constant that one of two inputs must be. */
    GraphConstant constant(String who, NodeProto node) {
        return Optional.of(node)
                .filter(one -> one.getInputCount() == 2)
                .flatMap(one -> graph.constant(one.getInput(constantInput(one))))
                .orElseThrow(
                        () -> OnnxFaults.unsupported(who + ": " + OnnxFaults.node(node) + " must have a constant"));
    }

    /** The numbers of such a constant, which must be as many. */
    double[] values(String who, NodeProto node, int count) {
        GraphConstant constant = constant(who, node);
        OnnxFaults.requireSupported(
                constant.count() == count,
                who + ": " + OnnxFaults.quoted(constant.name()) + " has " + constant.count() + " numbers, " + count
                        + " are due");
        return constant.values();
    }
}
