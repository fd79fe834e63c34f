// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;

/** Reads the matrix products: Gemm and MatMul. */
final class DenseReader {
    private final Graph graph;

    DenseReader(Graph graph) {
        this.graph = graph;
    }

    /** alpha·A·B + beta·C. */
    Link gemm(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() >= 2, who + " must have two inputs or three");
        if (isOnTheLeft(node)) {
            return gemmOfColumns(who, node);
        }
        GraphConstant weights = weights(who, node.getInput(1));
        if (NodeAttributes.integer(node, "transB", 0) != 0) {
            weights = weights.transpose();
        }
        double alpha = NodeAttributes.number(node, "alpha", 1);
        double beta = NodeAttributes.number(node, "beta", 1);
        Optional<double[]> bias = Optional.empty();
        if (node.getInputCount() > 2 && !node.getInput(2).isEmpty()) {
            bias = Optional.of(times(bias(who, node.getInput(2), weights.dim(1)), beta));
        }
        return rows(node, link(who, node.getInput(0), weights, alpha, bias));
    }

    /** alpha·W·x + beta·C, where each column is a row of the network. */
    private Link gemmOfColumns(String who, NodeProto node) {
        OnnxFaults.requireSupported(
                NodeAttributes.integer(node, "transB", 0) == 0,
                who + " takes its second input transposed (transB) and multiplies it from the left; export the network"
                        + " with one row for each sample");
        GraphConstant matrix = weights(who, node.getInput(0));
        GraphConstant weights = NodeAttributes.integer(node, "transA", 0) == 0 ? matrix.transpose() : matrix;
        Optional<double[]> bias = Optional.empty();
        if (node.getInputCount() > 2 && !node.getInput(2).isEmpty()) {
            double beta = NodeAttributes.number(node, "beta", 1);
            bias = Optional.of(times(bias(who, node.getInput(2), weights.dim(1)), beta));
        }
        double alpha = NodeAttributes.number(node, "alpha", 1);
        return link(who, node.getInput(1), weights, alpha, bias).turned(Turn.COLUMNS);
    }

    private boolean isOnTheLeft(NodeProto node) {
        return graph.constant(node.getInput(0)).isPresent()
                && graph.constant(node.getInput(1)).isEmpty();
    }

    Link matMul(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() == 2, who + " must have two inputs");
        if (isOnTheLeft(node)) {
            GraphConstant weights = weights(who, node.getInput(0)).transpose();
            return link(who, node.getInput(1), weights, 1, Optional.empty()).turned(Turn.COLUMNS);
        }
        return link(who, node.getInput(0), weights(who, node.getInput(1)), 1, Optional.empty());
    }

    private static Link link(String who, String rows, GraphConstant weights, double alpha, Optional<double[]> bias) {
        int inputs = weights.dim(0);
        int outputs = weights.dim(1);
        double[] values = times(rowMajor(weights), alpha);
        return new Link(new Step.Product(who, values, inputs, outputs, bias), rows).turned(Turn.ROWS);
    }

    /** Rows that were transposed to be transposed again are rows as they were. */
    private static Link rows(NodeProto node, Link link) {
        return NodeAttributes.integer(node, "transA", 0) == 0 ? link : link.turned(Turn.COLUMNS_TO_ROWS);
    }

    private GraphConstant weights(String who, String value) {
        GraphConstant weights = graph.constant(value)
                .orElseThrow(() -> OnnxFaults.unsupported(who + " multiplies by " + OnnxFaults.quoted(value)
                        + ", which is computed; a dense layer multiplies rows by a constant matrix on their right"));
        OnnxFaults.requireSupported(
                weights.rank() == 2 && weights.isFloat(),
                who + ": its weights " + OnnxFaults.quoted(value) + " must be a matrix of floats, they have "
                        + weights.rank() + " axes");
        for (int axis = 0; axis < 2; axis++) {
            OnnxFaults.requireSupported(
                    weights.dim(axis) <= DenseSpec.MOST_UNITS,
                    who + " is " + weights.dim(axis) + " wide; a layer has at most " + DenseSpec.MOST_UNITS + " units");
        }
        return weights;
    }

    private double[] bias(String who, String value, int outputs) {
        GraphConstant bias = graph.constant(value)
                .orElseThrow(() -> OnnxFaults.unsupported(
                        who + " adds " + OnnxFaults.quoted(value) + ", which is computed; a bias is constant"));
        OnnxFaults.requireSupported(
                bias.isFloat() && (bias.isRow() || bias.isColumn()) && (bias.count() == 1 || bias.count() == outputs),
                who + ": its bias " + OnnxFaults.quoted(value) + " must be one number or a row of " + outputs
                        + ", it has " + bias.count());
        return Affine.stretched(bias.values(), outputs);
    }

    private static double[] rowMajor(GraphConstant matrix) {
        double[] stored = matrix.values();
        if (!matrix.transposed()) {
            return stored;
        }
        int rows = matrix.dim(0);
        int columns = matrix.dim(1);
        double[] values = new double[stored.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = stored[column * rows + row];
            }
        }
        return values;
    }

    private static double[] times(double[] values, double factor) {
        if (factor != 1) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
        }
        return values;
    }
}
