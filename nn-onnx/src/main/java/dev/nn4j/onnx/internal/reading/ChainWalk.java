// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.recognition.ActivationRecognition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Follows a graph from a value back to the input, along the one way that a chain of layers has. */
final class ChainWalk {
    /** Four for each of the most layers that a network may have. */
    private static final int MOST_LINKS = 40_000;

    private final Graph graph;
    private final ActivationRecognition activations;
    private final DenseReader dense;
    private final StraightReader straight;
    private final NormalizationReader normalizations;
    private final ShapeReader shapes;

    ChainWalk(Graph graph, ActivationRecognition activations) {
        this.graph = graph;
        this.activations = activations;
        this.dense = new DenseReader(graph);
        this.straight = new StraightReader(graph);
        this.normalizations = new NormalizationReader(graph);
        this.shapes = new ShapeReader(graph);
    }

    /**
     * What lies between input and output.
     *
     * @param input where the rows come in
     * @param steps from the input on
     */
    record Chain(ValueInfoProto input, List<Step> steps) {}

    /**
     * The chain that ends in a value.
     *
     * @throws dev.nn4j.api.ModelFormatException if it is none, naming the node that breaks it
     */
    Chain to(String output) {
        List<Step> steps = new ArrayList<>();
        String value = output;
        for (int links = 0; graph.input(value).isEmpty(); links++) {
            OnnxFaults.requireSupported(
                    links < MOST_LINKS, "the network has more than " + MOST_LINKS + " nodes in a row");
            Link link = link(value);
            link.step().ifPresent(steps::add);
            value = link.before();
        }
        Collections.reverse(steps);
        return new Chain(graph.input(value).orElseThrow(), steps);
    }

    private Link link(String value) {
        NodeProto node = graph.node(value)
                .orElseThrow(() -> OnnxFaults.unsupported(
                        OnnxFaults.quoted(value) + " is a constant; the output must depend on the input"));
        OnnxFaults.requireSupported(
                node.getOutput(0).equals(value),
                OnnxFaults.quoted(value) + " is not the first output of " + OnnxFaults.node(node));
        if (Graph.isDefaultDomain(node.getDomain())) {
            return link(node, value);
        }
        boolean scaler = node.getDomain().equals(OperatorSet.ML_DOMAIN)
                && node.getOpType().equals("Scaler");
        return scaler ? straight.scaler(node) : unknown(node);
    }

    private Link link(NodeProto node, String value) {
        return switch (node.getOpType()) {
            case "Gemm" -> dense.gemm(node);
            case "MatMul" -> dense.matMul(node);
            case "BatchNormalization" -> normalizations.batch(node);
            case "LayerNormalization" -> normalizations.layer(node);
            case "Identity" -> shapes.handedOn(node);
            case "Dropout" -> shapes.dropout(node);
            case "Cast" -> shapes.cast(node);
            case "Flatten" -> shapes.flatten(node);
            case "Reshape" -> shapes.reshape(node);
            default -> activation(node, value);
        };
    }

    private Link activation(NodeProto node, String value) {
        Optional<ActivationRecognition.Found> found = activations.find(graph, value);
        if (found.isPresent()) {
            return new Link(
                    new Step.Gate(OnnxFaults.node(node), found.get().activation()),
                    found.get().argument());
        }
        return switch (node.getOpType()) {
            case "Add" -> normalizations.layerInSteps(node).orElseGet(() -> straight.arithmetic(node));
            case "Sub", "Mul", "Div" -> straight.arithmetic(node);
            default -> unknown(node);
        };
    }

    private static Link unknown(NodeProto node) {
        String attributes = NodeAttributes.inWords(node);
        throw OnnxFaults.unsupported(OnnxFaults.node(node) + (attributes.isEmpty() ? "" : " with " + attributes)
                + " is neither part of a dense network nor an activation that is known; plugins can add activations");
    }
}
