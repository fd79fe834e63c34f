// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes one value of a graph whose values are known to depend on none behind them. */
public final class GraphEvaluation {
    /** What a node costs before it computes anything. */
    private static final int NODE = 50;

    private static final String LITERAL = "Constant";

    private final long opset;
    private final Map<String, TensorProto> tensors = new HashMap<>();
    /** The nodes that a value takes, each behind those whose results it uses. */
    private final List<NodeProto> order = new ArrayList<>();
    /** How many nodes use a value. */
    private final Map<String, Integer> uses = new HashMap<>();

    private final String output;

    /** Finds what the value takes. */
    public GraphEvaluation(GraphProto graph, long opset, String output) {
        this.opset = opset;
        this.output = output;
        graph.getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
        Map<String, NodeProto> producers = new HashMap<>();
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(name -> producers.put(name, node)));
        arrange(producers);
        order.forEach(node -> node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum)));
        uses.merge(output, 1, Integer::sum);
    }

    /** Without recursion: chains are long. */
    private void arrange(Map<String, NodeProto> producers) {
        Set<NodeProto> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<NodeProto> path = new ArrayDeque<>();
        Deque<Integer> next = new ArrayDeque<>();
        enter(producers.get(output), seen, path, next);
        while (!path.isEmpty()) {
            NodeProto node = path.getLast();
            int input = next.removeLast();
            if (input == node.getInputCount()) {
                order.add(path.removeLast());
            } else {
                next.add(input + 1);
                enter(producers.get(node.getInput(input)), seen, path, next);
            }
        }
    }

    private static void enter(
            @Nullable NodeProto node, Set<NodeProto> seen, Deque<NodeProto> path, Deque<Integer> next) {
        if (node != null && seen.add(node)) {
            path.add(node);
            next.add(0);
        }
    }

    /**
     * The value for these inputs.
     *
     * @throws EvaluationFault if it takes more than is allowed, or an operator that is not known
     */
    public Value of(Map<String, Value> inputs, Rounding rounding, Work work) {
        Map<String, Value> values = new HashMap<>(inputs);
        Map<String, Integer> usesLeft = new HashMap<>(uses);
        inputs.values().forEach(input -> work.keep(input.count()));
        for (NodeProto node : order) {
            Value result = result(node, values, rounding, work);
            work.keep(result.count());
            values.put(node.getOutput(scores(node)), result);
            node.getInputList().forEach(input -> release(input, values, usesLeft, work));
        }
        Value found = values.get(output);
        if (found == null) {
            throw new EvaluationFault("it gives " + Faults.quoted(output) + " to no one");
        }
        return found;
    }

    /** Of a classifier it is not the label, the first, that matters here. */
    private static int scores(NodeProto node) {
        return node.getOpType().equals("LinearClassifier") && node.getOutputCount() > 1 ? 1 : 0;
    }

    private static void release(String name, Map<String, Value> values, Map<String, Integer> left, Work work) {
        if (left.merge(name, -1, Integer::sum) == 0) {
            Value gone = values.remove(name);
            work.release(gone == null ? 0 : gone.count());
        }
    }

    private Value result(NodeProto node, Map<String, Value> values, Rounding rounding, Work work) {
        try {
            if (node.getOpType().equals(LITERAL)) {
                return StoredValue.literal(node);
            }
            List<@Nullable Value> inputs = new ArrayList<>();
            node.getInputList().forEach(input -> inputs.add(input.isEmpty() ? null : value(input, values)));
            work.spend(NODE + node.getInputCount());
            return Operators.find(node)
                    .orElseThrow(() -> new EvaluationFault("it is not among the operators that can be computed"))
                    .apply(new Node(node, opset, inputs, rounding, work));
        } catch (EvaluationFault e) {
            throw new EvaluationFault("node " + Faults.quoted(node.getOutput(0)) + " (operator "
                    + Faults.quoted(node.getOpType()) + "): " + e.getMessage());
        }
    }

    private Value value(String name, Map<String, Value> values) {
        Value known = values.get(name);
        if (known != null) {
            return known;
        }
        TensorProto tensor = tensors.get(name);
        if (tensor == null) {
            throw new EvaluationFault("input " + Faults.quoted(name) + " is not known");
        }
        return StoredValue.of(tensor);
    }
}
