// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.core.Model;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The mean of several values, as ensembles are written: one added to the other in their order, by Add or Sum, and the sum
 * divided by their number; Mean; or ReduceMean of the values stacked. Behind it stands nothing but what takes
 * numbers to other units.
 *
 * @param mean the value that is the mean
 * @param members the values that it is of, each the end of a network of its own
 */
public record MeanForm(String mean, List<String> members) {
    /** How many nodes lie between the mean and the output; nn4j writes three. */
    private static final int MOST_NODES = 8;

    private static final Set<String> UNITS =
            Set.of("Add", "Sub", "Mul", "Div", "Identity", "Mean", "ReduceMean", "Sum");

    /** The form in front of an output, if it is there. */
    public static Optional<MeanForm> find(Graph graph, String output) {
        String value = output;
        for (int nodes = 0; nodes < MOST_NODES; nodes++) {
            Optional<NodeProto> node = graph.node(value).filter(MeanForm::isOfUnits);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            Optional<MeanForm> found = of(graph, node.get());
            if (found.isPresent()) {
                return found;
            }
            Optional<String> before = before(graph, node.get());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            value = before.get();
        }
        return Optional.empty();
    }

    private static boolean isOfUnits(NodeProto node) {
        return Graph.isDefaultDomain(node.getDomain()) && UNITS.contains(node.getOpType());
    }

    private static Optional<String> before(Graph graph, NodeProto node) {
        List<String> open = node.getInputList().stream()
                .filter(value -> graph.constant(value).isEmpty())
                .toList();
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    private static Optional<MeanForm> of(Graph graph, NodeProto node) {
        return switch (node.getOpType()) {
            case "Div" -> node.getInputCount() == 2 ? divided(graph, node) : Optional.empty();
            case "Mean" -> of(graph, node, node.getInputList());
            case "ReduceMean" -> StackForm.find(graph, node).flatMap(members -> of(graph, node, members));
            default -> Optional.empty();
        };
    }

    private static Optional<MeanForm> of(Graph graph, NodeProto node, List<String> members) {
        boolean many = members.size() >= 2 && members.size() <= Model.MOST_MEMBERS;
        return many && members.stream().allMatch(value -> graph.constant(value).isEmpty())
                ? Optional.of(new MeanForm(node.getOutput(0), List.copyOf(members)))
                : Optional.empty();
    }

    private static Optional<MeanForm> divided(Graph graph, NodeProto node) {
        OptionalDouble divisor = graph.number(node.getInput(1));
        if (divisor.isEmpty() || !(divisor.getAsDouble() >= 2) || divisor.getAsDouble() > Model.MOST_MEMBERS) {
            return Optional.empty();
        }
        String sum = node.getInput(0);
        Optional<NodeProto> together = graph.node(sum)
                .filter(one -> isOfUnits(one) && one.getOpType().equals("Sum"))
                .filter(one -> one.getInputCount() == divisor.getAsDouble());
        if (together.isPresent()) {
            return of(graph, node, together.get().getInputList());
        }
        List<String> members = new ArrayList<>();
        while (members.size() + 1 < divisor.getAsDouble()) {
            Optional<NodeProto> add = graph.node(sum).filter(one -> joins(graph, one));
            if (add.isEmpty()) {
                return Optional.empty();
            }
            members.add(add.get().getInput(1));
            sum = add.get().getInput(0);
        }
        members.add(sum);
        Collections.reverse(members);
        return members.size() == divisor.getAsDouble()
                ? Optional.of(new MeanForm(node.getOutput(0), List.copyOf(members)))
                : Optional.empty();
    }

    private static boolean joins(Graph graph, NodeProto node) {
        return isOfUnits(node)
                && node.getOpType().equals("Add")
                && node.getInputCount() == 2
                && node.getInputList().stream()
                        .allMatch(value -> graph.constant(value).isEmpty());
    }
}
