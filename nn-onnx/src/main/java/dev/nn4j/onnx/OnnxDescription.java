// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is in an ONNX file. Texts are the file's own: escape them when printing to a terminal.
 *
 * @since 0.1.0
 */
public final class OnnxDescription {
    private final long bytes;
    private final long irVersion;
    private final String producer;
    private final String producerVersion;
    private final Map<String, Long> operatorSets;
    private final String graph;
    private final List<Value> inputs;
    private final List<Value> outputs;
    private final Map<String, Long> operators;
    private final List<Value> tensors;
    private final Map<String, String> metadata;

    /** Copies the collections. */
    OnnxDescription(
            long bytes,
            long irVersion,
            String producer,
            String producerVersion,
            Map<String, Long> operatorSets,
            String graph,
            List<Value> inputs,
            List<Value> outputs,
            Map<String, Long> operators,
            List<Value> tensors,
            Map<String, String> metadata) {
        operatorSets = Collections.unmodifiableMap(new LinkedHashMap<>(operatorSets));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Collections.unmodifiableMap(new LinkedHashMap<>(operators));
        tensors = List.copyOf(tensors);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));

        this.bytes = bytes;
        this.irVersion = irVersion;
        this.producer = producer;
        this.producerVersion = producerVersion;
        this.operatorSets = operatorSets;
        this.graph = graph;
        this.inputs = inputs;
        this.outputs = outputs;
        this.operators = operators;
        this.tensors = tensors;
        this.metadata = metadata;
    }

    /** Size of the file. */
    public long bytes() {
        return bytes;
    }

    /** Version of the file format. */
    public long irVersion() {
        return irVersion;
    }

    /** What wrote it, or empty. */
    public String producer() {
        return producer;
    }

    /** Version of what wrote it, or empty. */
    public String producerVersion() {
        return producerVersion;
    }

    /** Versions by domain; ONNX's own domain is {@code ai.onnx}. */
    public Map<String, Long> operatorSets() {
        return operatorSets;
    }

    /** Name of the graph. */
    public String graph() {
        return graph;
    }

    /** What goes in, initializers apart. */
    public List<Value> inputs() {
        return inputs;
    }

    /** What comes out. */
    public List<Value> outputs() {
        return outputs;
    }

    /** How many nodes there are of each operator, by its name. */
    public Map<String, Long> operators() {
        return operators;
    }

    /** The initializers. */
    public List<Value> tensors() {
        return tensors;
    }

    /** The file's own notes. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * An input, output or tensor.
     *
     * @param name as the file has it
     * @param type {@code FLOAT}, or another of ONNX's words; empty for what is no tensor
     * @param shape a number or a name for each axis, as in {@code [N, 4]}
     */
    public record Value(String name, String type, List<String> shape) {
        /** Copies the list. */
        public Value {
            shape = List.copyOf(shape);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OnnxDescription that
                && bytes == that.bytes
                && irVersion == that.irVersion
                && producer.equals(that.producer)
                && producerVersion.equals(that.producerVersion)
                && operatorSets.equals(that.operatorSets)
                && graph.equals(that.graph)
                && inputs.equals(that.inputs)
                && outputs.equals(that.outputs)
                && operators.equals(that.operators)
                && tensors.equals(that.tensors)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                bytes,
                irVersion,
                producer,
                producerVersion,
                operatorSets,
                graph,
                inputs,
                outputs,
                operators,
                tensors,
                metadata);
    }

    @Override
    public String toString() {
        return "OnnxDescription[bytes=" + bytes + ", irVersion=" + irVersion + ", producer=" + producer
                + ", producerVersion=" + producerVersion + ", operatorSets=" + operatorSets + ", graph=" + graph
                + ", inputs=" + inputs + ", outputs=" + outputs + ", operators=" + operators + ", tensors=" + tensors
                + ", metadata=" + metadata + "]";
    }
}
