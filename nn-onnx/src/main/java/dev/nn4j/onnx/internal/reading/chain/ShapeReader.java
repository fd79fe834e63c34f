// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;

/** Reads what changes the shape of rows or nothing at all: Flatten, Reshape, Squeeze, Transpose, Identity, Dropout, Cast. */
final class ShapeReader {
    private final Graph graph;

    ShapeReader(Graph graph) {
        this.graph = graph;
    }

    Link handedOn(NodeProto node) {
        Faults.require(node.getInputCount() >= 1, OnnxFaults.node(node) + " must have an input");
        return Link.handingOn(node.getInput(0));
    }

    /** Since operator set 12 a third input says whether it is training. */
    Link dropout(NodeProto node) {
        boolean training = node.getInputCount() > 2
                && !node.getInput(2).isEmpty()
                && graph.constant(node.getInput(2))
                        .map(constant -> constant.values()[0] != 0)
                        .orElse(true);
        OnnxFaults.requireSupported(
                !training, OnnxFaults.node(node) + " is in training mode; export the network for inference");
        return handedOn(node);
    }

    Link cast(NodeProto node) {
        OnnxFaults.requireSupported(
                NodeAttributes.castsToFloat(node),
                OnnxFaults.node(node) + " makes no floats; only FLOAT and DOUBLE are read");
        return handedOn(node);
    }

    /** An axis of length 1 goes or comes, as at the end of a network of one output; the comparison tells which. */
    Link ofOneAxis(NodeProto node) {
        Faults.require(node.getInputCount() >= 1, OnnxFaults.node(node) + " must have an input");
        boolean known =
                node.getInputCount() < 2 || graph.constant(node.getInput(1)).isPresent();
        OnnxFaults.requireSupported(known, OnnxFaults.node(node) + " computes its axes; they must be constant");
        return handedOn(node);
    }

    Link transpose(NodeProto node) {
        OnnxFaults.requireSupported(
                node.getInputCount() == 1 && NodeAttributes.exchangesTwoAxes(node),
                OnnxFaults.node(node) + " exchanges other axes than those of a matrix");
        return handedOn(node).turned(Turn.EXCHANGED);
    }

    Link flatten(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() == 1, who + " must have one input");
        long axis = NodeAttributes.integer(node, "axis", 1);
        OnnxFaults.requireSupported(axis == 1, who + " must keep the first axis (axis 1), got axis " + axis);
        return new Link(new Step.Flat(who, 0), node.getInput(0));
    }

    /** To [-1, width], [0, -1] and the like: one axis of rows, one of columns. */
    Link reshape(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() == 2, who + " must have two inputs");
        Optional<GraphConstant> constant = graph.constant(node.getInput(1));
        if (constant.isEmpty()) {
            // as x.view(x.size(0), -1) is written; whether it means that, the comparison with the graph tells
            return new Link(new Step.Flat(who, 0), node.getInput(0));
        }
        GraphConstant shape = constant.get();
        double[] dims = shape.count() == 2 ? shape.values() : new double[] {1, 1};
        boolean rows = dims[0] == -1 || dims[0] == 0 || dims[0] == graph.declaredRows();
        boolean columns = dims[1] > 0 || dims[1] == -1 && dims[0] >= 0;
        OnnxFaults.requireSupported(
                rows && columns && dims[1] <= Integer.MAX_VALUE,
                who + " must give rows of one axis, as [-1, width] does");
        return new Link(new Step.Flat(who, (int) Math.max(0, dims[1])), node.getInput(0));
    }
}
