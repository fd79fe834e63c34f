// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Embeddings of numbers, as sums over all bins of a column: {@code a·x + c + Σ V_t·u_t} with {@code u_t = (x − b_t)/(b_{t+1}
 * − b_t)} clipped to [0, 1], the first bin open below and the last above. The sums are products of matrices, one for each
 * column.
 */
final class EmbeddingNodes {
    private static final int SHIFT_ROW = 1;
    private static final int ROWS_BEFORE_BINS = 2;

    private final GraphWriter graph;
    private final float[] parameters;
    private final PlacedLayer placed;
    private final int bins;
    private final int size;
    private final int columns;

    EmbeddingNodes(GraphWriter graph, float[] parameters, PlacedLayer placed, NumericEmbeddingSpec spec) {
        this.graph = graph;
        this.parameters = parameters;
        this.placed = placed;
        this.bins = spec.bins();
        this.size = spec.size();
        this.columns = spec.columnsOf(placed.inputs()).size();
    }

    /** [N, columns] to [N, columns, size]. */
    String of(String picked) {
        String x = graph.node("Unsqueeze", picked, graph.integers("axes", 2));
        String line = graph.node(
                "Add",
                graph.node("Mul", x, rows("slope", 0, 1, List.of(columns, size))),
                rows("shift", SHIFT_ROW, 1, List.of(columns, size)));
        String rows = rows("bins", ROWS_BEFORE_BINS, bins, List.of(columns, bins, size));
        return graph.node("Add", line, turned(graph.node("MatMul", turned(places(x)), rows)));
    }

    /** Columns and rows change places, so that each column is a matrix. */
    private String turned(String value) {
        return graph.node("Transpose", Map.of("perm", List.of(1L, 0L, 2L)), value);
    }

    /** Where x lies in each bin: [N, columns, bins]. Bins that are not used have a width of one, and nothing lies in them. */
    private String places(String x) {
        float[] begins = new float[columns * bins];
        float[] widths = new float[begins.length];
        float[] least = new float[begins.length];
        float[] most = new float[begins.length];
        Arrays.fill(widths, 1);
        for (int c = 0; c < columns; c++) {
            int edge = placed.firstStatistic() + c * (bins + 1);
            int t = 0;
            for (; t < bins && parameters[edge + t + 1] > parameters[edge + t]; t++) {
                begins[c * bins + t] = parameters[edge + t];
                widths[c * bins + t] = parameters[edge + t + 1] - parameters[edge + t];
                most[c * bins + t] = 1;
            }
            if (t > 0) {
                least[c * bins] = -Float.MAX_VALUE;
                most[c * bins + t - 1] = Float.MAX_VALUE;
            }
        }
        String place = graph.node("Div", graph.node("Sub", x, bounds("begins", begins)), bounds("widths", widths));
        return graph.node("Min", graph.node("Max", place, bounds("least", least)), bounds("most", most));
    }

    private String bounds(String name, float[] values) {
        return graph.floats(name, values, 0, List.of(columns, bins));
    }

    /** Some of the rows that each column has among the parameters. */
    private String rows(String name, int first, int count, List<Integer> dims) {
        float[] taken = new float[columns * count * size];
        int all = (ROWS_BEFORE_BINS + bins) * size;
        for (int c = 0; c < columns; c++) {
            int from = placed.firstParameter() + c * all + first * size;
            System.arraycopy(parameters, from, taken, c * count * size, count * size);
        }
        return graph.floats(name, taken, 0, dims);
    }
}
