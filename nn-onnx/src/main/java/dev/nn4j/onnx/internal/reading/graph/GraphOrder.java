// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether nodes can be computed one after the other (Kahn 1962). */
final class GraphOrder {
    private GraphOrder() {}

    static void requireAcyclic(GraphProto graph, Graph index) {
        List<NodeProto> nodes = graph.getNodeList();
        Map<String, List<Integer>> waiting = new HashMap<>();
        int[] missing = new int[nodes.size()];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < missing.length; i++) {
            for (String input : nodes.get(i).getInputList()) {
                if (isComputed(nodes.get(i), input, index)) {
                    waiting.computeIfAbsent(input, name -> new ArrayList<>()).add(i);
                    missing[i]++;
                }
            }
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            for (String output : nodes.get(ready.remove()).getOutputList()) {
                for (int user : waiting.getOrDefault(output, List.of())) {
                    if (--missing[user] == 0) {
                        ready.add(user);
                    }
                }
            }
        }
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] != 0) {
                throw Faults.corrupt(
                        OnnxFaults.node(nodes.get(i)) + " depends on its own output; the graph must have no cycle");
            }
        }
    }

    private static boolean isComputed(NodeProto node, String input, Graph index) {
        if (!input.isEmpty() && !index.isKnown(input)) {
            throw Faults.corrupt(
                    OnnxFaults.node(node) + ": its input " + OnnxFaults.quoted(input) + " is defined nowhere");
        }
        return index.node(input).isPresent();
    }
}
