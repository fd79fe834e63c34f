// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Reads BatchNormalization and LayerNormalization. */
final class NormalizationReader {
    private static final float DEFAULT_EPSILON = 1e-5f;
    private static final float DEFAULT_MOMENTUM = 0.9f;

    private final Graph graph;
    private final LayerNormalizationForm steps;

    NormalizationReader(Graph graph) {
        this.graph = graph;
        this.steps = new LayerNormalizationForm(graph);
    }

    /** scale·(x − mean)/√(variance + epsilon) + shift, as it is applied after training. */
    Link batch(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() == 5, who + " must have five inputs");
        OnnxFaults.requireSupported(
                NodeAttributes.integer(node, "training_mode", 0) == 0
                        && node.getOutputList().stream().skip(1).allMatch(String::isEmpty),
                who + " is in training mode; export the network for inference");
        double epsilon = decimal(node, "epsilon", DEFAULT_EPSILON).doubleValue();
        double[] scale = parameter(who, node.getInput(1));
        double[] shift = parameter(who, node.getInput(2));
        double[] mean = parameter(who, node.getInput(3));
        double[] variance = parameter(who, node.getInput(4));
        Faults.require(
                shift.length == scale.length && mean.length == scale.length && variance.length == scale.length,
                who + ": its four parameters must have one length");
        for (int i = 0; i < variance.length; i++) {
            if (!(variance[i] + epsilon > 0)) {
                throw Faults.corrupt(who + ": variance " + i + " must not be negative, got " + variance[i]);
            }
        }
        Step step = batchLayer(node, epsilon)
                .filter(layer -> DoubleStream.of(variance).allMatch(value -> value >= 0))
                .<Step>map(layer -> new Step.Normalization(
                        who,
                        layer,
                        scale,
                        shift,
                        DoubleStream.concat(DoubleStream.of(mean), DoubleStream.of(variance))
                                .toArray()))
                .orElseGet(
                        () -> new Step.ColumnAffine(who, Affine.normalization(scale, shift, mean, variance, epsilon)));
        return new Link(step, node.getInput(0));
    }

    /** Empty if nn4j's layers cannot have such numbers. */
    private static Optional<LayerSpec> batchLayer(NodeProto node, double epsilon) {
        double kept = decimal(node, "momentum", DEFAULT_MOMENTUM).doubleValue();
        boolean possible = epsilon > 0 && epsilon <= 1 && kept >= 0 && kept < 1;
        // in decimal: 1 - 0.9 is 0.1
        double momentum = BigDecimal.ONE.subtract(ShortestDecimal.of(kept)).doubleValue();
        return possible ? Optional.of(new BatchNormalizationSpec(epsilon, momentum)) : Optional.empty();
    }

    /** scale·(x − mean)/√(variance + epsilon) + shift with mean and variance of each row. */
    Link layer(NodeProto node) {
        String who = OnnxFaults.node(node);
        Faults.require(node.getInputCount() == 2 || node.getInputCount() == 3, who + " must have two inputs or three");
        long axis = NodeAttributes.integer(node, "axis", -1);
        OnnxFaults.requireSupported(
                axis == -1 || axis == 1, who + " must normalise the last axis (axis -1), got axis " + axis);
        boolean shifted = node.getInputCount() == 3 && !node.getInput(2).isEmpty();
        double[] scale = parameter(who, node.getInput(1));
        double[] shift = shifted ? parameter(who, node.getInput(2)) : new double[scale.length];
        double epsilon = decimal(node, "epsilon", DEFAULT_EPSILON).doubleValue();
        return layer(who, epsilon, scale, shift, node.getInput(0));
    }

    /** The same in several operators, of which this is the last; empty if it is something else. */
    Optional<Link> layerInSteps(NodeProto node) {
        String who = OnnxFaults.node(node);
        return steps.find(node)
                .map(found -> layer(
                        who,
                        ShortestDecimal.of((float) found.epsilon()).doubleValue(),
                        parameter(who, found.scale()),
                        parameter(who, found.shift()),
                        found.before()));
    }

    private static Link layer(String who, double epsilon, double[] scale, double[] shift, String before) {
        OnnxFaults.requireSupported(epsilon > 0 && epsilon <= 1, who + ": epsilon must be in (0, 1], got " + epsilon);
        Faults.require(shift.length == scale.length, who + ": scale and shift must have one length");
        LayerSpec layer = new LayerNormalizationSpec(epsilon);
        return new Link(new Step.Normalization(who, layer, scale, shift, new double[0]), before);
    }

    /** The decimal number that was meant: 1e-5, and not the float nearest to it. */
    private static BigDecimal decimal(NodeProto node, String attribute, float otherwise) {
        float value = (float) NodeAttributes.number(node, attribute, otherwise);
        Faults.require(
                Float.isFinite(value), OnnxFaults.node(node) + ": " + attribute + " must be finite, got " + value);
        return ShortestDecimal.of(value);
    }

    private double[] parameter(String who, String value) {
        return graph.constant(value)
                .filter(constant -> constant.isFloat() && constant.isRow())
                .orElseThrow(() -> OnnxFaults.unsupported(
                        who + ": its parameter " + OnnxFaults.quoted(value) + " must be a constant row of floats"))
                .values();
    }
}
