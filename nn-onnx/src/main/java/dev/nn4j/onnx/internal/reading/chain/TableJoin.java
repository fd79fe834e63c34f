// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.embedding.JoinedTables;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads embeddings of categories as other programs write them: Gather of a table's rows by a column of an input, such
 * columns side by side in any order, and numbers beside them that no operator has changed.
 */
final class TableJoin {
    /** What leaves numbers as they are, and rows as far as that matters here; the comparison tells. */
    private static final Set<String> HANDING_ON =
            Set.of("Identity", "Cast", "Flatten", "Reshape", "Squeeze", "Unsqueeze");
    /** How many nodes lie between an input and a table; exporters write one to four. */
    private static final int MOST_NODES = 8;

    private static final int SLICE_INPUTS = 4;
    private static final int STEPS = 4;

    private final Graph graph;

    TableJoin(Graph graph) {
        this.graph = graph;
    }

    /**
     * What was found.
     *
     * @param inputs side by side
     * @param embedding what happens to their columns
     * @param order where among its outputs each of the graph's is; none where they are the same
     */
    record Joined(List<ValueInfoProto> inputs, Step.Embedding embedding, Optional<int[]> order) {}

    /** What a node is the end of, if it takes rows of a table. */
    Optional<Joined> find(NodeProto end) {
        boolean joins = is(end, "Concat");
        List<String> values = joins ? end.getInputList() : List.of(end.getOutput(0));
        if (values.stream().noneMatch(value -> rows(value).isPresent())) {
            return Optional.empty();
        }
        String who = OnnxFaults.node(end);
        OnnxFaults.requireSupported(
                !joins || isOfColumns(NodeAttributes.integer(end, "axis", 0)), who + " must join columns (axis 1)");
        List<ValueInfoProto> inputs = graph.inputs();
        JoinedTables tables = new JoinedTables(who, graph.allowance());
        for (ValueInfoProto input : inputs) {
            tables.input(input.getName(), InputJoin.columns(who, input));
        }
        for (String value : values) {
            add(who, value, tables);
        }
        return Optional.of(new Joined(inputs, new Step.Embedding(tables.found()), tables.order()));
    }

    private void add(String who, String value, JoinedTables tables) {
        Optional<NodeProto> rows = rows(value);
        if (rows.isEmpty()) {
            Pick pick = pick(who, value);
            tables.pass(pick.input(), pick.columns());
            return;
        }
        Pick pick = pick(who, rows.get().getInput(1));
        tables.embed(
                pick.input(),
                pick.columns(),
                graph.constant(rows.get().getInput(0)).orElseThrow());
    }

    /** The node that takes rows of a table, from which a value comes. */
    private Optional<NodeProto> rows(String value) {
        return graph.node(handedOn(value))
                .filter(node -> is(node, "Gather")
                        && node.getInputCount() == 2
                        && NodeAttributes.integer(node, "axis", 0) == 0
                        && graph.constant(node.getInput(0))
                                .filter(table -> table.isFloat() && table.rank() == 2 && !table.transposed())
                                .isPresent());
    }

    private static boolean is(NodeProto node, String operator) {
        return Graph.isDefaultDomain(node.getDomain()) && node.getOpType().equals(operator);
    }

    private static boolean isOfColumns(long axis) {
        return axis == 1 || axis == -1;
    }

    /** The value before what hands on. */
    private String handedOn(String value) {
        String before = value;
        for (int nodes = 0; nodes < MOST_NODES; nodes++) {
            Optional<NodeProto> node = graph.node(before)
                    .filter(one -> Graph.isDefaultDomain(one.getDomain())
                            && HANDING_ON.contains(one.getOpType())
                            && one.getInputCount() > 0);
            if (node.isEmpty()) {
                return before;
            }
            before = node.get().getInput(0);
        }
        return before;
    }

    /**
     * Columns of an input.
     *
     * @param columns by their places in it; none where all of it is meant
     */
    private record Pick(String input, Optional<List<Integer>> columns) {}

    private Pick pick(String who, String value) {
        return pick(who, value, MOST_NODES);
    }

    /** Columns may be taken of columns that were taken. */
    private Pick pick(String who, String value, int nodesLeft) {
        String source = handedOn(value);
        Optional<NodeProto> node = graph.node(source).filter(one -> nodesLeft > 0);
        Optional<List<Integer>> columns = node.flatMap(this::columns);
        if (columns.isPresent()) {
            Pick before = pick(who, node.orElseThrow().getInput(0), nodesLeft - 1);
            return new Pick(
                    before.input(),
                    before.columns().isEmpty()
                            ? columns
                            : columns.map(
                                    chosen -> of(who, chosen, before.columns().get())));
        }
        OnnxFaults.requireSupported(
                graph.input(source).isPresent(),
                who + " joins embedded categories and " + OnnxFaults.quoted(value)
                        + "; only columns of inputs as they are are read beside them");
        return new Pick(source, Optional.empty());
    }

    private static List<Integer> of(String who, List<Integer> chosen, List<Integer> columns) {
        List<Integer> found = new ArrayList<>();
        for (int given : chosen) {
            int place = given < 0 ? given + columns.size() : given;
            OnnxFaults.requireSupported(
                    place >= 0 && place < columns.size(), who + " takes column " + given + " of " + columns.size());
            found.add(columns.get(place));
        }
        return found;
    }

    /** The columns that a Gather or a Slice takes of rows. */
    private Optional<List<Integer>> columns(NodeProto node) {
        if (is(node, "Gather") && node.getInputCount() == 2 && isOfColumns(NodeAttributes.integer(node, "axis", 0))) {
            return graph.constant(node.getInput(1)).map(TableJoin::listed);
        }
        if (!is(node, "Slice") || node.getInputCount() < SLICE_INPUTS) {
            return Optional.empty();
        }
        long from = number(node, 1);
        long to = number(node, 2);
        boolean known = isOfColumns(number(node, SLICE_INPUTS - 1))
                && (node.getInputCount() == STEPS || number(node, STEPS) == 1)
                && from >= 0
                && to > from;
        return known
                ? Optional.of(IntStream.range((int) from, (int) Math.min(to, widest(node)))
                        .boxed()
                        .toList())
                : Optional.empty();
    }

    /** Up to where a slice without an end may reach. */
    private int widest(NodeProto node) {
        return graph.input(handedOn(node.getInput(0)))
                .map(input -> InputJoin.columns(OnnxFaults.node(node), input))
                .orElse(0);
    }

    private long number(NodeProto node, int input) {
        return graph.constant(node.getInput(input))
                .filter(constant -> constant.count() == 1)
                .map(constant -> (long) constant.values()[0])
                .orElse(Long.MIN_VALUE);
    }

    private static List<Integer> listed(GraphConstant constant) {
        List<Integer> columns = new ArrayList<>();
        for (double column : constant.values()) {
            columns.add((int) column);
        }
        return columns;
    }
}
