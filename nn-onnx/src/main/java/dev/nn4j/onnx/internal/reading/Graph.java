// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.io.internal.model.Faults;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.AttributeProto.AttributeType;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.recognition.Operation;
import dev.nn4j.onnx.internal.recognition.Operations;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A graph whose every value is known by a name of its own and depends on values before it. */
final class Graph implements Operations {
    private final Map<String, ValueInfoProto> inputs = new HashMap<>();
    private final Map<String, TensorProto> initializers = new HashMap<>();
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Constants constants = new Constants(this);

    /**
     * Checks and indexes a graph.
     *
     * @throws dev.nn4j.api.ModelFormatException if a name is there twice or not at all, or values depend on themselves
     */
    Graph(GraphProto graph) {
        for (TensorProto tensor : graph.getInitializerList()) {
            requireFree("initializer", tensor.getName());
            initializers.put(tensor.getName(), tensor);
        }
        for (ValueInfoProto input : graph.getInputList()) {
            // until IR version 3 every initializer was listed as an input too
            Faults.require(
                    inputs.put(input.getName(), input) == null,
                    "input " + OnnxFaults.quoted(input.getName()) + " is there twice");
        }
        inputs.keySet().removeAll(initializers.keySet());
        for (NodeProto node : graph.getNodeList()) {
            for (String output : node.getOutputList()) {
                if (!output.isEmpty()) {
                    requireFree("the output of " + OnnxFaults.node(node), output);
                    producers.put(output, node);
                }
            }
        }
        GraphOrder.requireAcyclic(graph, this);
    }

    private void requireFree(String what, String name) {
        Faults.require(!name.isEmpty(), what + " has no name");
        Faults.require(!isKnown(name), what + " " + OnnxFaults.quoted(name) + ": the name is there twice");
    }

    static boolean isDefaultDomain(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    boolean isKnown(String value) {
        return inputs.containsKey(value) || initializers.containsKey(value) || producers.containsKey(value);
    }

    Optional<ValueInfoProto> input(String value) {
        return Optional.ofNullable(inputs.get(value));
    }

    Optional<TensorProto> initializer(String value) {
        return Optional.ofNullable(initializers.get(value));
    }

    Optional<NodeProto> node(String value) {
        return Optional.ofNullable(producers.get(value));
    }

    /** What is known of a value without any input. */
    Optional<Constant> constant(String value) {
        return constants.find(value);
    }

    @Override
    public OptionalDouble number(String value) {
        Optional<Constant> constant = constant(value);
        return constant.isPresent()
                        && constant.get().count() == 1
                        && constant.get().isFloat()
                ? OptionalDouble.of(constant.get().values()[0])
                : OptionalDouble.empty();
    }

    @Override
    public Optional<Operation> producer(String value) {
        return node(value)
                .filter(node -> isDefaultDomain(node.getDomain()) && node.getOutputCount() == 1)
                .map(node -> new Operation(node.getOpType(), attributes(node), node.getInputList()));
    }

    private static Map<String, Object> attributes(NodeProto node) {
        Map<String, Object> attributes = new TreeMap<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            attributes.put(attribute.getName(), value(attribute));
        }
        return attributes;
    }

    private static Object value(AttributeProto attribute) {
        AttributeType type = attribute.getType();
        return switch (type) {
            case FLOAT -> attribute.getF();
            case INT -> attribute.getI();
            case STRING -> attribute.getS().toStringUtf8();
            default -> type;
        };
    }
}
