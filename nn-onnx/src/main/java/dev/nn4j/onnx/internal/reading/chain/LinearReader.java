// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads scikit-learn's linear models: LinearClassifier and LinearRegressor of ONNX's domain for machine learning. */
public final class LinearReader {
    private static final String NONE = "NONE";

    private final ComponentRegistry registry;

    LinearReader(ComponentRegistry registry) {
        this.registry = registry;
    }

    Link regressor(NodeProto node) {
        String who = OnnxFaults.node(node);
        requireTransform(who, node, List.of(NONE));
        return new Link(
                List.of(product(who, node, NodeAttributes.integer(node, "targets", 1), 0)),
                before(who, node),
                Turn.ROWS);
    }

    /** Of two classes with p and 1 − p it is p, the second, that a network gives. */
    Link classifier(NodeProto node) {
        String who = OnnxFaults.node(node);
        requireTransform(who, node, List.of(NONE, "SOFTMAX", "LOGISTIC"));
        int classes = labels(node).size();
        List<Step> steps = new ArrayList<>();
        boolean logistic = isLogistic(node);
        OnnxFaults.requireSupported(
                !logistic || classes == 2,
                who + " gives each of " + classes + " classes a yes or no of its own (LOGISTIC); two are read");
        steps.add(product(who, node, classes, logistic ? 1 : 0));
        if (!transform(node).equals(NONE)) {
            steps.add(new Step.Activated(who, registry.activation(logistic ? "sigmoid" : "softmax")));
        }
        return new Link(steps, before(who, node), Turn.ROWS);
    }

    public static boolean isLogistic(NodeProto node) {
        return transform(node).equals("LOGISTIC");
    }

    /** The classes as texts. */
    public static List<String> labels(NodeProto node) {
        List<String> texts = NodeAttributes.texts(node, "classlabels_strings").stream()
                .map(ByteString::toStringUtf8)
                .toList();
        return texts.isEmpty()
                ? NodeAttributes.integers(node, "classlabels_ints").stream()
                        .map(String::valueOf)
                        .toList()
                : texts;
    }

    private static String transform(NodeProto node) {
        return NodeAttributes.text(node, "post_transform", NONE);
    }

    private static void requireTransform(String who, NodeProto node, List<String> read) {
        OnnxFaults.requireSupported(
                read.contains(transform(node)),
                who + ": its post_transform " + OnnxFaults.quoted(transform(node)) + " is none of " + read);
    }

    private static String before(String who, NodeProto node) {
        Faults.require(node.getInputCount() == 1, who + " must have one input");
        return node.getInput(0);
    }

    /** Coefficients stand output by output; the first {@code skipped} outputs are left out. */
    private static Step product(String who, NodeProto node, long outputs, int skipped) {
        double[] coefficients = NodeAttributes.numbers(who, node, "coefficients", 0);
        double[] intercepts = NodeAttributes.numbers(who, node, "intercepts", 0);
        OnnxFaults.requireSupported(
                outputs > 0
                        && outputs <= DenseSpec.MOST_UNITS
                        && coefficients.length % outputs == 0
                        && (intercepts.length == 1 || intercepts.length == outputs),
                who + " has " + coefficients.length + " coefficients and " + intercepts.length + " intercepts for "
                        + outputs + " outputs");
        int inputs = (int) (coefficients.length / outputs);
        int kept = (int) outputs - skipped;
        double[] weights = new double[inputs * kept];
        double[] bias = new double[kept];
        for (int output = 0; output < kept; output++) {
            bias[output] = intercepts[intercepts.length == 1 ? 0 : output + skipped];
            for (int input = 0; input < inputs; input++) {
                weights[input * kept + output] = coefficients[(output + skipped) * inputs + input];
            }
        }
        return new Step.Product(who, weights, inputs, kept, Optional.of(bias));
    }
}
