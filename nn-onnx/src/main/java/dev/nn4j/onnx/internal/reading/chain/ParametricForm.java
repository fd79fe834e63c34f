// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.api.Activation;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import dev.nn4j.onnx.internal.recognition.ActivationRecognition;
import java.util.Arrays;
import java.util.Optional;

/** Finds activations of which each unit takes a share: {@code x + slope·(g(x) − x)}, slope being a constant row; PRelu of a row is one. */
final class ParametricForm {
    private final Graph graph;
    private final ActivationRecognition activations;
    private final Activation rectifier;

    ParametricForm(Graph graph, ActivationRecognition activations, ComponentRegistry registry) {
        this.graph = graph;
        this.activations = activations;
        this.rectifier = registry.activation("relu");
    }

    /** A PRelu whose slopes are a row: below zero {@code slope·x}, which is {@code x + (1 − slope)·(relu(x) − x)}. */
    Optional<Link> ofSlopes(NodeProto node) {
        if (!node.getOpType().equals("PRelu") || node.getInputCount() != 2) {
            return Optional.empty();
        }
        return graph.constant(node.getInput(1))
                .filter(slope -> slope.isFloat() && slope.isRow())
                .map(slope -> new Link(
                        new Step.Parametric(
                                OnnxFaults.node(node),
                                rectifier,
                                Arrays.stream(slope.values())
                                        .map(value -> 1 - value)
                                        .toArray()),
                        node.getInput(0)));
    }

    /** The link of an Add, if it is the end of such a form. */
    Optional<Link> find(NodeProto add) {
        return add.getInputCount() == 2 ? find(add, 0, 1).or(() -> find(add, 1, 0)) : Optional.empty();
    }

    private Optional<Link> find(NodeProto add, int straight, int bent) {
        String x = add.getInput(straight);
        Optional<NodeProto> product = node(add.getInput(bent), "Mul");
        if (product.isEmpty()) {
            return Optional.empty();
        }
        int slopeAt = graph.constant(product.get().getInput(0)).isPresent() ? 0 : 1;
        Optional<GraphConstant> slope = graph.constant(product.get().getInput(slopeAt))
                .filter(constant -> constant.isFloat() && constant.rank() == 1);
        Optional<NodeProto> difference = node(product.get().getInput(1 - slopeAt), "Sub")
                .filter(sub -> sub.getInput(1).equals(x));
        if (slope.isEmpty() || difference.isEmpty()) {
            return Optional.empty();
        }
        return activations
                .find(graph, difference.get().getInput(0))
                .filter(found -> found.argument().equals(x))
                .map(found -> new Link(
                        new Step.Parametric(
                                OnnxFaults.node(add),
                                found.activation(),
                                slope.get().values()),
                        x));
    }

    private Optional<NodeProto> node(String value, String operator) {
        return graph.node(value)
                .filter(node -> Graph.isDefaultDomain(node.getDomain())
                        && node.getOpType().equals(operator)
                        && node.getInputCount() == 2);
    }
}
