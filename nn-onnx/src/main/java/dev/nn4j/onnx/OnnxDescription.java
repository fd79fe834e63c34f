// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in an ONNX file. Texts are the file's own: escape them when printing to a terminal.
 *
 * @param bytes size of the file
 * @param irVersion version of the file format
 * @param producer what wrote it, or empty
 * @param producerVersion its version, or empty
 * @param operatorSets versions by domain; ONNX's own domain is {@code ai.onnx}
 * @param graph name of the graph
 * @param inputs what goes in, initializers apart
 * @param outputs what comes out
 * @param operators how many nodes there are of each operator, by its name
 * @param tensors the initializers
 * @param metadata the file's own notes
 */
public record OnnxDescription(
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

    /** Copies the collections. */
    public OnnxDescription {
        operatorSets = Collections.unmodifiableMap(new LinkedHashMap<>(operatorSets));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Collections.unmodifiableMap(new LinkedHashMap<>(operators));
        tensors = List.copyOf(tensors);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
