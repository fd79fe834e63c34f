// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds residual blocks: the sum of two values of which one is made of the other. */
final class ResidualForm {
    /** Values that may be looked at in all: those of a block are near its end. */
    private static final long MOST_VALUES = 1L << 22;

    private final Graph graph;
    private long left = MOST_VALUES;

    ResidualForm(Graph graph) {
        this.graph = graph;
    }

    /**
     * The link of a block's end.
     *
     * @return empty if the node is none
     */
    Optional<Link> find(String who, NodeProto node) {
        if (node.getInputCount() != 2
                || node.getInputList().stream()
                        .anyMatch(value -> graph.constant(value).isPresent())) {
            return Optional.empty();
        }
        String one = node.getInput(0);
        String other = node.getInput(1);
        Search first = new Search(one, handedOn(other));
        Search second = new Search(other, handedOn(one));
        // in turns, as the wrong way leads through all that lies before
        while (left-- > 0 && (first.goesOn() || second.goesOn())) {
            if (first.step()) {
                return Optional.of(Link.residual(new Step.BlockEnd(who), one, first.wanted));
            }
            if (second.step()) {
                return Optional.of(Link.residual(new Step.BlockEnd(who), other, second.wanted));
            }
        }
        return Optional.empty();
    }

    /** The value that operators without effect hand on. */
    private String handedOn(String value) {
        String before = value;
        Optional<NodeProto> node = graph.node(before).filter(ResidualForm::handsOn);
        while (node.isPresent()) {
            before = node.get().getInput(0);
            node = graph.node(before).filter(ResidualForm::handsOn);
        }
        return before;
    }

    private static boolean handsOn(NodeProto node) {
        return Graph.isDefaultDomain(node.getDomain())
                && node.getOpType().equals("Identity")
                && node.getInputCount() == 1;
    }

    /** Goes back from a value, the nearest first, to find another. */
    private final class Search {
        private final String wanted;
        private final Deque<String> open = new ArrayDeque<>();
        private final Set<String> seen = new HashSet<>();

        Search(String from, String wanted) {
            this.wanted = wanted;
            open.add(from);
        }

        boolean goesOn() {
            return !open.isEmpty();
        }

        /** Whether the next value is the one. */
        boolean step() {
            String value = open.poll();
            if (value == null) {
                return false;
            }
            if (value.equals(wanted)) {
                return true;
            }
            graph.node(value).stream()
                    .flatMap(node -> node.getInputList().stream())
                    .filter(input -> !input.isEmpty() && seen.add(input))
                    .forEach(open::add);
            return false;
        }
    }
}
