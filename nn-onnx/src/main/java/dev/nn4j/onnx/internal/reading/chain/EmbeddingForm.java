// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds numeric embeddings as nn4j writes them; whether the numbers mean what they seem to is for others to check. */
final class EmbeddingForm {
    private static final int ROWS_BEFORE_BINS = 2;

    private final Graph graph;

    EmbeddingForm(Graph graph) {
        this.graph = graph;
    }

    /**
     * The operators that hold numbers.
     *
     * @param end the last one
     * @param picks which columns are embedded, and which others follow; empty for all and none
     * @param line slope and shift
     * @param bins rows of the bins, the last product
     * @param places begins, widths and bounds of the bins, in this order
     * @param input the value that is embedded
     */
    private record Parts(
            NodeProto end,
            List<NodeProto> picks,
            List<NodeProto> line,
            NodeProto bins,
            List<NodeProto> places,
            String input) {}

    /** Whether a node is the end of an embedding. */
    boolean matches(NodeProto end) {
        return parts(end).isPresent();
    }

    /** The link of a node that is the end of an embedding. */
    Optional<Link> find(NodeProto end) {
        return parts(end).map(this::link);
    }

    private Optional<Parts> parts(NodeProto end) {
        boolean joins = is(end, "Concat") && end.getInputCount() == 2;
        Optional<NodeProto> flat =
                joins ? before(end, 0, "Flatten") : Optional.of(end).filter(node -> is(node, "Flatten"));
        Optional<NodeProto> sum = flat.flatMap(node -> before(node, 0, "Add"));
        Optional<NodeProto> shift = sum.flatMap(node -> before(node, 0, "Add"));
        Optional<NodeProto> slope = shift.flatMap(node -> before(node, 0, "Mul"));
        Optional<NodeProto> x = slope.flatMap(node -> before(node, 0, "Unsqueeze"));
        Optional<NodeProto> bins =
                sum.flatMap(node -> before(node, 1, "Transpose")).flatMap(node -> before(node, 0, "MatMul"));
        Optional<NodeProto> most =
                bins.flatMap(node -> before(node, 0, "Transpose")).flatMap(node -> before(node, 0, "Min"));
        Optional<NodeProto> least = most.flatMap(node -> before(node, 0, "Max"));
        Optional<NodeProto> width = least.flatMap(node -> before(node, 0, "Div"));
        Optional<NodeProto> begin = width.flatMap(node -> before(node, 0, "Sub"));
        if (x.isEmpty()
                || begin.isEmpty()
                || !begin.get().getInput(0).equals(slope.get().getInput(0))) {
            return Optional.empty();
        }
        Optional<NodeProto> columns = before(x.get(), 0, "Gather");
        Optional<NodeProto> others = joins ? before(end, 1, "Gather") : Optional.empty();
        List<NodeProto> picks = new ArrayList<>();
        columns.ifPresent(picks::add);
        others.ifPresent(picks::add);
        String input = picks.isEmpty() ? x.get().getInput(0) : picks.get(0).getInput(0);
        boolean fits = columns.isPresent() == joins
                && others.isPresent() == joins
                && picks.stream().allMatch(pick -> pick.getInput(0).equals(input));
        return fits
                ? Optional.of(new Parts(
                        end,
                        picks,
                        List.of(slope.get(), shift.get()),
                        bins.get(),
                        List.of(begin.get(), width.get(), least.get(), most.get()),
                        input))
                : Optional.empty();
    }

    private Optional<NodeProto> before(NodeProto node, int input, String operator) {
        return node.getInputCount() > input
                ? graph.node(node.getInput(input)).filter(one -> is(one, operator) && one.getInputCount() > 0)
                : Optional.empty();
    }

    private static boolean is(NodeProto node, String operator) {
        return Graph.isDefaultDomain(node.getDomain()) && node.getOpType().equals(operator);
    }

    private Link link(Parts parts) {
        String who = OnnxFaults.node(parts.end());
        GraphConstant first = constant(who, parts.bins());
        OnnxFaults.requireSupported(first.rank() == 3, who + ": the rows of its bins must have three axes");
        int columns = first.dim(0);
        int bins = first.dim(1);
        int size = first.dim(2);
        List<double[]> line = new ArrayList<>();
        for (NodeProto node : parts.line()) {
            line.add(values(who, node, columns * size));
        }
        List<double[]> places = new ArrayList<>();
        for (NodeProto node : parts.places()) {
            places.add(values(who, node, columns * bins));
        }
        int[] embedded = new int[columns];
        int inputs = columns;
        for (int i = 0; i < columns; i++) {
            embedded[i] = i;
        }
        if (!parts.picks().isEmpty()) {
            double[] chosen = values(who, parts.picks().get(0), columns);
            for (int i = 0; i < columns; i++) {
                embedded[i] = (int) chosen[i];
            }
            inputs += constant(who, parts.picks().get(1)).count();
        }
        BinEdges edges = new BinEdges(who, bins, places.get(0), places.get(1), places.get(3));
        Step.Embedding step = new Step.Embedding(
                who, inputs, embedded, bins, size, table(columns, bins, size, line, first.values()), edges.of(columns));
        return new Link(step, parts.input());
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

    private double[] values(String who, NodeProto node, int count) {
        GraphConstant constant = constant(who, node);
        OnnxFaults.requireSupported(
                constant.count() == count,
                who + ": " + OnnxFaults.quoted(constant.name()) + " has " + constant.count() + " numbers, " + count
                        + " are due");
        return constant.values();
    }

    private GraphConstant constant(String who, NodeProto node) {
        return Optional.of(node)
                .filter(one -> one.getInputCount() == 2)
                .flatMap(one -> graph.constant(one.getInput(1)))
                .orElseThrow(
                        () -> OnnxFaults.unsupported(who + ": " + OnnxFaults.node(node) + " must have a constant"));
    }
}
