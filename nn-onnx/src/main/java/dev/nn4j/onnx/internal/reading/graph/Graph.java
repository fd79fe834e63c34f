// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.AttributeProto.AttributeType;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.recognition.Operation;
import dev.nn4j.onnx.internal.recognition.Operations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A graph whose every value is known by a name of its own and depends on values before it. */
public final class Graph implements Operations {
    /** No operator of an activation has more, nor more attributes. */
    private static final int MOST_INPUTS = 8;

    private static final Set<AttributeType> PLAIN =
            Set.of(AttributeType.FLOAT, AttributeType.INT, AttributeType.STRING);

    private final Map<String, ValueInfoProto> inputs = new LinkedHashMap<>();
    private final Map<String, TensorProto> initializers = new HashMap<>();
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, OptionalDouble> numbers = new HashMap<>();
    private final Map<String, Optional<Operation>> operations = new HashMap<>();
    private final Allowance allowance;
    private final Constants constants;

    /**
     * Checks and indexes a graph.
     *
     * @throws dev.nn4j.api.ModelFormatException if a name is there twice or not at all, or values depend on themselves
     */
    public Graph(GraphProto graph) {
        allowance = new Allowance(graph.getSerializedSize());
        constants = new Constants(this, allowance);
        for (TensorProto tensor : graph.getInitializerList()) {
            requireFree(() -> "initializer", tensor.getName());
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
                    requireFree(() -> "the output of " + OnnxFaults.node(node), output);
                    producers.put(output, node);
                }
            }
        }
        GraphOrder.requireAcyclic(graph, this);
    }

    /** Words are only made for a fault: a node may have many outputs and a long name. */
    private void requireFree(Supplier<String> what, String name) {
        if (name.isEmpty()) {
            throw Faults.corrupt(what.get() + " has no name");
        }
        if (isKnown(name)) {
            throw Faults.corrupt(what.get() + " " + OnnxFaults.quoted(name) + ": the name is there twice");
        }
    }

    public static boolean isDefaultDomain(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    boolean isKnown(String value) {
        return inputs.containsKey(value) || initializers.containsKey(value) || producers.containsKey(value);
    }

    public Optional<ValueInfoProto> input(String value) {
        return Optional.ofNullable(inputs.get(value));
    }

    /** All inputs, in the order of the file. */
    public List<ValueInfoProto> inputs() {
        return List.copyOf(inputs.values());
    }

    Optional<TensorProto> initializer(String value) {
        return Optional.ofNullable(initializers.get(value));
    }

    public Optional<NodeProto> node(String value) {
        return Optional.ofNullable(producers.get(value));
    }

    /** How many rows the one input is declared to have; 0 if any number, or there are several inputs. */
    public long declaredRows() {
        return inputs.size() != 1
                ? 0
                : inputs.values().stream()
                        .map(input -> input.getType().getTensorType().getShape())
                        .filter(shape -> shape.getDimCount() > 0)
                        .mapToLong(shape -> shape.getDim(0).getDimValue())
                        .findFirst()
                        .orElse(0);
    }

    /** What is known of a value without any input. */
    public Optional<GraphConstant> constant(String value) {
        return constants.find(value);
    }

    /** What may still be taken out of the file. */
    public Allowance allowance() {
        return allowance;
    }

    @Override
    public OptionalDouble number(String value) {
        OptionalDouble known = numbers.get(value);
        if (known == null) {
            Optional<GraphConstant> one =
                    constant(value).filter(constant -> constant.count() == 1 && constant.isFloat());
            known = one.isPresent() ? OptionalDouble.of(one.get().values()[0]) : OptionalDouble.empty();
            numbers.put(value, known);
        }
        return known;
    }

    @Override
    public Optional<Operation> producer(String value) {
        Optional<Operation> known = operations.get(value);
        if (known == null) {
            known = node(value)
                    .filter(Graph::isPlain)
                    .map(node -> new Operation(node.getOpType(), attributes(node), node.getInputList()));
            operations.put(value, known);
        }
        return known;
    }

    /**
     * Whether all that a node does can be told by its operator, its inputs, and attributes of one number or text: two
     * that look alike are then the same.
     */
    private static boolean isPlain(NodeProto node) {
        return isDefaultDomain(node.getDomain())
                && node.getOutputCount() == 1
                && node.getInputCount() > 0
                && node.getInputCount() <= MOST_INPUTS
                && node.getAttributeCount() <= MOST_INPUTS
                && node.getAttributeList().stream().allMatch(attribute -> PLAIN.contains(attribute.getType()));
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
