// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Embeddings of categories: a {@code Gather} of a table's rows for each column of indices. Each table has a row of zeros
 * before it and one behind it, for what is no index, and in the end one of NaN for NaN.
 */
final class TableNodes {
    private static final int MORE_ROWS = 3;

    private final GraphWriter graph;
    private final float[] parameters;
    private final PlacedLayer placed;
    private final CategoryEmbeddingSpec spec;

    TableNodes(GraphWriter graph, float[] parameters, PlacedLayer placed, CategoryEmbeddingSpec spec) {
        this.graph = graph;
        this.parameters = parameters;
        this.placed = placed;
        this.spec = spec;
    }

    /** The output of the layer for rows [N, inputs]. */
    String of(String value) {
        List<Integer> columns = spec.indices();
        if (columns.isEmpty()) {
            return value;
        }
        List<String> parts = new ArrayList<>();
        long[] others = LongStream.range(0, placed.inputs())
                .filter(input -> !columns.contains((int) input))
                .toArray();
        if (others.length > 0) {
            parts.add(picked(value, others));
        }
        int start = placed.firstParameter();
        for (int c = 0; c < columns.size(); c++) {
            parts.add(rows(picked(value, columns.get(c)), c, start));
            start += spec.values().get(c) * spec.sizeOf(c);
        }
        return parts.size() == 1
                ? parts.get(0)
                : graph.node("Concat", Map.of("axis", 1L), parts.toArray(String[]::new));
    }

    private String picked(String value, long... inputs) {
        return graph.node("Gather", Map.of("axis", 1L), value, graph.integers("columns", inputs));
    }

    /** [N, 1] to [N, size]. */
    private String rows(String index, int column, int start) {
        int values = spec.values().get(column);
        int size = spec.sizeOf(column);
        float[] table = new float[(values + MORE_ROWS) * size];
        System.arraycopy(parameters, start, table, size, values * size);
        Arrays.fill(table, table.length - size, table.length, Float.NaN);
        String isWhole = graph.node("Equal", graph.node("Floor", index), index);
        String whole = graph.node("Where", isWhole, index, graph.constant(-1));
        String clipped = graph.node("Clip", whole, graph.constant(-1), graph.constant(values));
        String row = graph.node(
                "Where",
                graph.node("IsNaN", index),
                graph.constant(values + MORE_ROWS - 1),
                graph.node("Add", clipped, graph.constant(1)));
        String rows = graph.node(
                "Gather",
                Map.of("axis", 0L),
                graph.floats("table", table, 0, List.of(values + MORE_ROWS, size)),
                graph.cast(row, DataType.INT64));
        return graph.node("Flatten", Map.of("axis", 1L), rows);
    }
}
