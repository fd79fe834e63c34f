// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.NearestName;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import java.util.List;
import java.util.Optional;

/** Where the way back to the input begins. */
public final class OutputChoice {
    private OutputChoice() {}

    /**
     * What was chosen.
     *
     * @param asked the graph's own output
     * @param value what the network ends in: of the two columns [1 − p, p] it is p
     */
    public record Choice(String asked, String value) {
        /** Refuses a p of several columns, with which there would be more than two. */
        public void requireColumns(Graph graph, int columns) {
            if (!asked.equals(value) && columns != 1) {
                throw OnnxFaults.unsupported(
                        graph.node(asked).map(OnnxFaults::node).orElse(asked) + " joins " + columns
                                + " columns and their difference to 1; only for one column are they two classes");
            }
        }
    }

    /** The value named, which may lie inside the graph; without a name the first output of floats. */
    public static Choice of(GraphProto graph, Graph index, Optional<String> name) {
        String value = name.map(given -> named(graph, index, given)).orElseGet(() -> firstOfFloats(graph));
        return new Choice(value, positiveOfTwo(index, value).orElse(value));
    }

    private static String named(GraphProto graph, Graph index, String name) {
        if (index.node(name).isEmpty()) {
            throw OnnxFaults.unsupported(
                    "there is no output " + OnnxFaults.quoted(name) + NearestName.hint(name, outputs(graph)));
        }
        return name;
    }

    private static String firstOfFloats(GraphProto graph) {
        return graph.getOutputList().stream()
                .filter(OutputChoice::isOfFloats)
                .map(ValueInfoProto::getName)
                .findFirst()
                .orElseThrow(() -> noneOfFloats(graph));
    }

    static boolean isOfFloats(ValueInfoProto value) {
        DataType type = value.getType().getTensorType().getElemType();
        return type == DataType.FLOAT || type == DataType.DOUBLE;
    }

    /** scikit-learn's converter hides the probabilities in a list of maps unless it is asked not to. */
    private static ModelFormatException noneOfFloats(GraphProto graph) {
        String remedy = graph.getNodeList().stream()
                .filter(node -> node.getOpType().equals("ZipMap") && node.getInputCount() == 1)
                .findFirst()
                .map(node -> "name " + OnnxFaults.quoted(node.getInput(0)) + ", which its ZipMap takes apart")
                .orElse("name the value that is");
        return OnnxFaults.unsupported(
                "has no output of floats among " + printable(outputs(graph)) + "; " + remedy + ", as the output");
    }

    private static String printable(List<String> names) {
        return names.stream().limit(10).map(OnnxFaults::quoted).toList().toString();
    }

    private static List<String> outputs(GraphProto graph) {
        return graph.getOutputList().stream().map(ValueInfoProto::getName).toList();
    }

    /** scikit-learn's converter gives both classes' probabilities, [1 − p, p]: p is the network's own output. */
    private static Optional<String> positiveOfTwo(Graph graph, String value) {
        return graph.node(value)
                .filter(node -> node.getOpType().equals("Concat")
                        && node.getInputCount() == 2
                        && Math.abs(NodeAttributes.integer(node, "axis", 0)) == 1)
                .filter(node -> isOneMinus(graph, node.getInput(0), node.getInput(1)))
                .map(node -> node.getInput(1));
    }

    private static boolean isOneMinus(Graph graph, String value, String positive) {
        Optional<NodeProto> node = graph.node(value);
        return node.isPresent()
                && node.get().getOpType().equals("Sub")
                && node.get().getInputCount() == 2
                && graph.number(node.get().getInput(0)).orElse(0) == 1
                && node.get().getInput(1).equals(positive);
    }
}
