// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.Optional;

/** Reads what multiplies and shifts columns: Add, Sub, Mul, Div with a constant, and scikit-learn's Scaler. */
final class ColumnAffineReader {
    private static final String WHAT_IS_READ =
            "a network is read as one chain of layers and residual blocks, or as the mean of several";

    private final Graph graph;

    ColumnAffineReader(Graph graph) {
        this.graph = graph;
    }

    Link arithmetic(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() == 2, who + " must have two inputs");
        Optional<GraphConstant> left = graph.constant(node.getInput(0));
        Optional<GraphConstant> right = graph.constant(node.getInput(1));
        if (left.isEmpty() && right.isEmpty()) {
            throw joins(who);
        }
        OnnxFaults.requireSupported(
                left.isPresent() != right.isPresent(), who + " does not depend on the input; " + WHAT_IS_READ);
        double[] values = row(who, left.or(() -> right).orElseThrow());
        Affine affine = affine(node, values, left.isPresent());
        return new Link(new Step.ColumnAffine(who, affine), node.getInput(left.isPresent() ? 1 : 0));
    }

    static ModelFormatException joins(String who) {
        return OnnxFaults.unsupported(who + " joins two branches; " + WHAT_IS_READ);
    }

    private static Affine affine(NodeProto node, double[] values, boolean constantFirst) {
        return switch (node.getOpType()) {
            case "Add" -> Affine.add(values);
            case "Sub" ->
                constantFirst
                        ? Affine.multiply(new double[] {-1}).then(Affine.add(values))
                        : Affine.add(negated(values));
            case "Mul" -> Affine.multiply(values);
            default -> {
                OnnxFaults.requireSupported(
                        !constantFirst, OnnxFaults.node(node) + " divides by what it computes; no layer does that");
                yield Affine.multiply(inverted(node, values));
            }
        };
    }

    /** (x − offset)·scale, as scikit-learn's scalers are written. */
    Link scaler(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() == 1, who + " must have one input");
        Affine shift = Affine.add(negated(NodeAttributes.numbers(who, node, "offset", 0)));
        Affine stretch = Affine.multiply(NodeAttributes.numbers(who, node, "scale", 1));
        Faults.require(shift.fits(stretch.width()), who + ": offset and scale must have one length");
        return new Link(new Step.ColumnAffine(who, shift.then(stretch)), node.getInput(0));
    }

    private static double[] row(String who, GraphConstant constant) {
        OnnxFaults.requireSupported(
                constant.isFloat() && (constant.isRow() || constant.isColumn()),
                who + ": " + OnnxFaults.quoted(constant.name()) + " must be one float, or a row of them");
        return constant.values();
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double[] inverted(NodeProto node, double[] values) {
        return Arrays.stream(values)
                .map(value -> {
                    Faults.require(value != 0, OnnxFaults.node(node) + " divides by zero");
                    return 1 / value;
                })
                .toArray();
    }
}
