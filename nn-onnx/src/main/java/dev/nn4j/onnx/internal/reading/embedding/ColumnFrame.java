// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.onnx.internal.proto.NodeProto;
import java.util.Optional;

/**
 * What stands around the operators of a numeric embedding: the numbers of the embedded columns become flat, and the other
 * columns follow, if there are any.
 *
 * @param end the last node
 * @param made the node that makes the numbers, {@code [N, columns, size]}
 * @param others which columns follow
 */
record ColumnFrame(NodeProto end, NodeProto made, Optional<NodeProto> others) {
    private static final int BOTH = 2;

    /** The frame of which a node is the end. */
    static Optional<ColumnFrame> find(FormNodes nodes, NodeProto end) {
        if (nodes.is(end, "Flatten")) {
            return nodes.before(end, 0).map(made -> new ColumnFrame(end, made, Optional.empty()));
        }
        if (!nodes.is(end, "Concat") || end.getInputCount() != BOTH) {
            return Optional.empty();
        }
        Optional<NodeProto> others = nodes.before(end, 1, "Gather");
        return nodes.before(end, 0, "Flatten")
                .filter(flat -> others.isPresent())
                .flatMap(flat -> nodes.before(flat, 0))
                .map(made -> new ColumnFrame(end, made, others));
    }

    /** The value whose columns are embedded; none if the others are not of it. */
    Optional<String> input(FormNodes nodes, NodeProto x) {
        if (others.isEmpty()) {
            return Optional.of(x.getInput(0))
                    .filter(value -> nodes.before(x, 0, "Gather").isEmpty());
        }
        return nodes.before(x, 0, "Gather")
                .map(pick -> pick.getInput(0))
                .filter(value -> others.get().getInput(0).equals(value));
    }

    /** Which columns are embedded. */
    int[] columns(FormNodes nodes, String who, NodeProto x, int count) {
        int[] columns = new int[count];
        double[] chosen = others.isEmpty()
                ? new double[0]
                : nodes.values(who, nodes.before(x, 0, "Gather").orElseThrow(), count);
        for (int i = 0; i < count; i++) {
            columns[i] = chosen.length == 0 ? i : (int) chosen[i];
        }
        return columns;
    }

    /** Values to a row, so many of which are embedded. */
    int inputs(FormNodes nodes, String who, int embedded) {
        return embedded + others.map(pick -> nodes.constant(who, pick).count()).orElse(0);
    }
}
