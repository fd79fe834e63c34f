// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds embeddings of categories: of each column the row of a table that its index names, behind the columns that are no
 * indices. A table has a row of zeros before it and one behind it, and one of NaN in the end.
 */
final class TableForm {
    private static final int MORE_ROWS = 3;

    private final FormNodes nodes;

    TableForm(FormNodes nodes) {
        this.nodes = nodes;
    }

    /**
     * A table.
     *
     * @param rows the node that takes rows of it
     * @param pick the node that takes the column of indices
     */
    private record Table(NodeProto rows, NodeProto pick) {}

    /**
     * What the end puts side by side.
     *
     * @param end the last node
     * @param others which columns are no indices
     * @param tables at least one
     */
    private record Parts(NodeProto end, Optional<NodeProto> others, List<Table> tables) {
        String input() {
            return tables.get(0).pick().getInput(0);
        }
    }

    /** The embedding that a node is the end of. */
    Optional<EmbeddingForms.Place> find(NodeProto end) {
        return parts(end)
                .filter(TableForm::haveOneInput)
                .map(parts -> new EmbeddingForms.Place(() -> layer(parts), parts.input()));
    }

    private static boolean haveOneInput(Parts parts) {
        return parts.tables().stream()
                        .allMatch(table -> table.pick().getInput(0).equals(parts.input()))
                && parts.others()
                        .map(pick -> pick.getInput(0).equals(parts.input()))
                        .orElse(true);
    }

    private Optional<Parts> parts(NodeProto end) {
        if (nodes.is(end, "Flatten")) {
            return table(end).map(table -> new Parts(end, Optional.empty(), List.of(table)));
        }
        if (!nodes.is(end, "Concat")) {
            return Optional.empty();
        }
        Optional<NodeProto> others = nodes.before(end, 0, "Gather");
        List<Table> tables = new ArrayList<>();
        for (int i = others.isPresent() ? 1 : 0; i < end.getInputCount(); i++) {
            Optional<Table> table = nodes.before(end, i, "Flatten").flatMap(this::table);
            if (table.isEmpty()) {
                return Optional.empty();
            }
            tables.add(table.get());
        }
        return tables.isEmpty() ? Optional.empty() : Optional.of(new Parts(end, others, tables));
    }

    /** Rows by an index that is none outside the table, and NaN where it is. */
    private Optional<Table> table(NodeProto flat) {
        Optional<NodeProto> rows = nodes.before(flat, 0, "Gather");
        Optional<NodeProto> chosen =
                rows.flatMap(node -> nodes.before(node, 1, "Cast")).flatMap(node -> nodes.before(node, 0, "Where"));
        Optional<NodeProto> missing = chosen.flatMap(node -> nodes.before(node, 0, "IsNaN"));
        Optional<NodeProto> whole = chosen.flatMap(node -> nodes.before(node, 2, "Add"))
                .flatMap(node -> nodes.before(node, 0, "Clip"))
                .flatMap(node -> nodes.before(node, 0, "Where"));
        return missing.filter(node -> whole.isPresent()
                        && whole.get().getInputCount() == MORE_ROWS
                        && whole.get().getInput(1).equals(node.getInput(0)))
                .flatMap(node -> nodes.before(node, 0, "Gather"))
                .map(pick -> new Table(rows.get(), pick));
    }

    private FoundEmbedding layer(Parts parts) {
        String who = OnnxFaults.node(parts.end());
        int count = parts.tables().size();
        int[] columns = new int[count];
        List<Integer> values = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<double[]> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Table table = parts.tables().get(i);
            columns[i] = (int) nodes.values(who, table.pick(), 1)[0];
            GraphConstant numbers = numbers(who, table.rows());
            int size = numbers.dim(1);
            sizes.add(size);
            values.add(numbers.dim(0) - MORE_ROWS);
            tables.add(numbers.values(size, numbers.count() - 2 * size));
        }
        int inputs = count
                + parts.others().map(pick -> nodes.constant(who, pick).count()).orElse(0);
        boolean same = sizes.stream().distinct().count() == 1;
        CategoryEmbeddingSpec open = new CategoryEmbeddingSpec();
        return FoundEmbedding.of(
                who,
                inputs,
                () -> sized(
                        new CategoryEmbeddingSpec(
                                same ? sizes.get(0) : 0,
                                open.deviation(),
                                Optional.of(FoundEmbedding.listed(columns)),
                                values),
                        sizes),
                joined(tables),
                new double[0]);
    }

    private GraphConstant numbers(String who, NodeProto rows) {
        return nodes.graph()
                .constant(rows.getInput(0))
                .filter(table -> table.isFloat() && table.rank() == 2 && table.dim(0) > MORE_ROWS)
                .orElseThrow(() -> OnnxFaults.unsupported(who + ": " + OnnxFaults.node(rows) + " must have a table of"
                        + " constants, with more than " + MORE_ROWS + " rows"));
    }

    private static CategoryEmbeddingSpec sized(CategoryEmbeddingSpec spec, List<Integer> sizes) {
        for (int i = 0; i < sizes.size(); i++) {
            if (spec.sizeOf(i) != sizes.get(i)) {
                throw new IllegalArgumentException(
                        "its tables have rows of " + sizes.get(0) + " and of " + sizes.get(i) + " numbers; they must be"
                                + " of one length, or of those that nn4j chooses by the number of values");
            }
        }
        return spec;
    }

    static double[] joined(List<double[]> tables) {
        double[] all =
                new double[tables.stream().mapToInt(table -> table.length).reduce(0, Math::addExact)];
        int at = 0;
        for (double[] table : tables) {
            System.arraycopy(table, 0, all, at, table.length);
            at += table.length;
        }
        return all;
    }
}
