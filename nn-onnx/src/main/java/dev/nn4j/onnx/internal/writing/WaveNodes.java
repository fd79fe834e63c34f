// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.List;
import java.util.Map;

/**
 * Periodic embeddings of numbers: cosines of 2π(f·x + p), a product of matrices for each column, and the value itself behind.
 * ONNX knows angles in radians alone; so an angle loses its whole turns before it is one, as float radians of many turns have
 * no digits left for what is behind them.
 */
final class WaveNodes {
    private static final float TWO_PI = (float) (2 * Math.PI);

    private final GraphWriter graph;
    private final float[] parameters;
    private final int first;
    private final int waves;
    private final int made;
    private final int columns;

    WaveNodes(GraphWriter graph, float[] parameters, PlacedLayer placed, PeriodicEmbeddingSpec spec) {
        this.graph = graph;
        this.parameters = parameters;
        this.first = placed.firstParameter();
        this.waves = spec.frequencies();
        this.made = spec.size() - 1;
        this.columns = spec.columnsOf(placed.inputs()).size();
    }

    /** [N, columns] to [N, columns, size]. */
    String of(String picked) {
        String x = graph.node("Unsqueeze", picked, graph.integers("axes", 2));
        List<Integer> perWave = List.of(columns, waves);
        String frequencies = graph.floats("frequency", parameters, first, perWave);
        String phases = graph.floats("phase", parameters, first + columns * waves, perWave);
        String turns = graph.node("Add", graph.node("Mul", x, frequencies), phases);
        String part = graph.node("Sub", turns, graph.node("Round", turns));
        String cosines = graph.node("Cos", graph.node("Mul", part, graph.constant(TWO_PI)));
        String mapped =
                turned(graph.node("MatMul", turned(cosines), rows("weight", 0, waves, List.of(columns, waves, made))));
        String shifted = graph.node("Add", mapped, rows("shift", waves, 1, List.of(columns, made)));
        return graph.node("Concat", Map.of("axis", 2L), shifted, x);
    }

    /** Columns and rows change places, so that each column is a matrix. */
    private String turned(String value) {
        return graph.node("Transpose", Map.of("perm", List.of(1L, 0L, 2L)), value);
    }

    /** Some of the rows of each column's map. */
    private String rows(String name, int from, int count, List<Integer> dims) {
        float[] taken = new float[columns * count * made];
        int maps = first + 2 * columns * waves;
        for (int c = 0; c < columns; c++) {
            int at = maps + (c * (waves + 1) + from) * made;
            System.arraycopy(parameters, at, taken, c * count * made, count * made);
        }
        return graph.floats(name, taken, 0, dims);
    }
}
