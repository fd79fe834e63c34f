// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the robust scaling's bend as {@code PreprocessingNodes} writes it: Div(z, Sqrt(Add(p², 1))) with p = Mul(z, bend),
 * or Div(z, bound), and perhaps a Clip of z that is so wide that it changes nothing.
 */
final class BendReader {
    /** What is above is bent to the bound itself, to some units in the last place. */
    private static final double LEAST_CLIP = 1e4;

    private final Graph graph;

    BendReader(Graph graph) {
        this.graph = graph;
    }

    /** The bend that ends in a quotient; empty if it is something else. */
    Optional<Link> find(NodeProto quotient) {
        if (!isOf(quotient, "Div", 2)) {
            return Optional.empty();
        }
        String z = quotient.getInput(0);
        return producer(quotient.getInput(1), "Sqrt", 1)
                .flatMap(root -> producer(root.getInput(0), "Add", 2))
                .flatMap(this::square)
                .flatMap(part -> bounds(part, z))
                .map(bounds -> new Link(new Step.Bend(OnnxFaults.node(quotient), bounds), beforeClip(z)));
    }

    /** What is squared and has 1 added. */
    private Optional<NodeProto> square(NodeProto sum) {
        boolean oneFirst = isOne(sum.getInput(0));
        return oneFirst || isOne(sum.getInput(1))
                ? producer(sum.getInput(oneFirst ? 1 : 0), "Mul", 2)
                        .filter(square -> square.getInput(0).equals(square.getInput(1)))
                        .flatMap(square -> graph.node(square.getInput(0)))
                : Optional.empty();
    }

    private Optional<double[]> bounds(NodeProto part, String z) {
        boolean multiplies = isOf(part, "Mul", 2);
        if (!part.getInput(0).equals(z) || !(multiplies || isOf(part, "Div", 2))) {
            return Optional.empty();
        }
        return graph.constant(part.getInput(1))
                .filter(constant -> constant.isFloat() && (constant.isRow() || constant.isColumn()))
                .map(GraphConstant::values)
                .map(values -> multiplies
                        ? Arrays.stream(values).map(value -> 1 / value).toArray()
                        : values)
                .filter(bounds -> Arrays.stream(bounds).allMatch(bound -> (float) bound > 0));
    }

    private String beforeClip(String z) {
        return producer(z, "Clip", 3)
                .filter(clip -> graph.number(clip.getInput(1)).orElse(0) <= -LEAST_CLIP
                        && graph.number(clip.getInput(2)).orElse(0) >= LEAST_CLIP)
                .map(clip -> clip.getInput(0))
                .orElse(z);
    }

    private boolean isOne(String value) {
        return graph.number(value).orElse(0) == 1;
    }

    private Optional<NodeProto> producer(String value, String operator, int inputs) {
        return graph.node(value).filter(node -> isOf(node, operator, inputs));
    }

    private static boolean isOf(NodeProto node, String operator, int inputs) {
        return Graph.isDefaultDomain(node.getDomain())
                && node.getOpType().equals(operator)
                && node.getInputCount() == inputs;
    }
}
