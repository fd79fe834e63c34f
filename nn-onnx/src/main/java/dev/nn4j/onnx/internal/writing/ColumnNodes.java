// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The inputs of an embedding: some become several numbers each, the others follow as they are. */
final class ColumnNodes {
    private final GraphWriter graph;
    private final int inputs;
    private final List<Integer> columns;

    ColumnNodes(GraphWriter graph, int inputs, List<Integer> columns) {
        this.graph = graph;
        this.inputs = inputs;
        this.columns = columns;
    }

    /**
     * The output for rows [N, inputs].
     *
     * @param embedding makes [N, columns, size] of [N, columns]
     */
    String of(String value, UnaryOperator<String> embedding) {
        if (columns.isEmpty()) {
            return value;
        }
        String embedded = graph.node("Flatten", Map.of("axis", 1L), embedding.apply(picked(value, indices(columns))));
        List<Integer> others = IntStream.range(0, inputs)
                .filter(input -> !columns.contains(input))
                .boxed()
                .toList();
        return others.isEmpty()
                ? embedded
                : graph.node("Concat", Map.of("axis", 1L), embedded, picked(value, indices(others)));
    }

    private static long[] indices(List<Integer> chosen) {
        return chosen.stream().mapToLong(Integer::longValue).toArray();
    }

    private String picked(String value, long[] chosen) {
        return chosen.length == inputs
                ? value
                : graph.node("Gather", Map.of("axis", 1L), value, graph.integers("columns", chosen));
    }
}
