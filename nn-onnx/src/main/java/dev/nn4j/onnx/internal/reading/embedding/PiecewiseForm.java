// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds embeddings of numbers that are piecewise linear. */
final class PiecewiseForm {
    private static final String PIECEWISE = "piecewise";
    private static final int ROWS_BEFORE_BINS = 2;
    private static final int AXES = 3;

    private final FormNodes nodes;

    PiecewiseForm(FormNodes nodes) {
        this.nodes = nodes;
    }

    /**
     * The operators that hold numbers.
     *
     * @param frame what stands around them
     * @param x the embedded columns
     * @param line slope and shift
     * @param bins rows of the bins, the last product
     * @param places begins, widths and bounds of the bins, in this order
     */
    private record Parts(
            ColumnFrame frame, NodeProto x, List<NodeProto> line, NodeProto bins, List<NodeProto> places) {}

    /** The embedding that a node is the end of. */
    Optional<EmbeddingForms.Place> find(NodeProto end) {
        return ColumnFrame.find(nodes, end)
                .flatMap(this::parts)
                .flatMap(parts -> parts.frame()
                        .input(nodes, parts.x())
                        .map(input -> new EmbeddingForms.Place(() -> layer(parts), input)));
    }

    private Optional<Parts> parts(ColumnFrame frame) {
        Optional<NodeProto> sum = Optional.of(frame.made()).filter(node -> nodes.is(node, "Add"));
        Optional<NodeProto> shift = sum.flatMap(node -> nodes.before(node, 0, "Add"));
        Optional<NodeProto> slope = shift.flatMap(node -> nodes.before(node, 0, "Mul"));
        Optional<NodeProto> x = slope.flatMap(node -> nodes.before(node, 0, "Unsqueeze"));
        Optional<NodeProto> bins = sum.flatMap(node -> nodes.before(node, 1, "Transpose"))
                .flatMap(node -> nodes.before(node, 0, "MatMul"));
        Optional<NodeProto> most =
                bins.flatMap(node -> nodes.before(node, 0, "Transpose")).flatMap(node -> nodes.before(node, 0, "Min"));
        Optional<NodeProto> least = most.flatMap(node -> nodes.before(node, 0, "Max"));
        Optional<NodeProto> width = least.flatMap(node -> nodes.before(node, 0, "Div"));
        Optional<NodeProto> begin = width.flatMap(node -> nodes.before(node, 0, "Sub"));
        boolean fits = x.isPresent()
                && begin.isPresent()
                && begin.get().getInput(0).equals(slope.get().getInput(0));
        return fits
                ? Optional.of(new Parts(
                        frame,
                        x.get(),
                        List.of(slope.get(), shift.get()),
                        bins.get(),
                        List.of(begin.get(), width.get(), least.get(), most.get())))
                : Optional.empty();
    }

    private FoundEmbedding layer(Parts parts) {
        String who = OnnxFaults.node(parts.frame().end());
        GraphConstant first = nodes.constant(who, parts.bins());
        OnnxFaults.requireSupported(first.rank() == AXES, who + ": the rows of its bins must have three axes");
        int columns = first.dim(0);
        int bins = first.dim(1);
        int size = first.dim(2);
        List<double[]> line = new ArrayList<>();
        for (NodeProto node : parts.line()) {
            line.add(nodes.values(who, node, columns * size));
        }
        List<double[]> places = new ArrayList<>();
        for (NodeProto node : parts.places()) {
            places.add(nodes.values(who, node, columns * bins));
        }
        int[] embedded = parts.frame().columns(nodes, who, parts.x(), columns);
        BinEdges edges = new BinEdges(who, bins, places.get(0), places.get(1), places.get(3));
        return FoundEmbedding.of(
                who,
                parts.frame().inputs(nodes, who, columns),
                () -> new NumericEmbeddingSpec(PIECEWISE, bins, size, Optional.of(FoundEmbedding.listed(embedded))),
                table(columns, bins, size, line, first.values()),
                edges.of(columns));
    }

    /** For each column its slope, its shift and its bins. */
    private static double[] table(int columns, int bins, int size, List<double[]> line, double[] rows) {
        int each = (ROWS_BEFORE_BINS + bins) * size;
        double[] table = new double[columns * each];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < ROWS_BEFORE_BINS; row++) {
                System.arraycopy(line.get(row), column * size, table, column * each + row * size, size);
            }
            int from = column * each + ROWS_BEFORE_BINS * size;
            System.arraycopy(rows, column * bins * size, table, from, bins * size);
        }
        return table;
    }
}
