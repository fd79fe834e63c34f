// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorShapeProto.Dimension;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads several inputs that a Concat puts side by side, each scaled or as it is. */
public final class InputJoin {
    /** How many nodes lie between an input and the Concat; exporters write one to three. */
    private static final int MOST_NODES = 8;

    private final Graph graph;
    private final ColumnAffineReader columnAffine;

    InputJoin(Graph graph, ColumnAffineReader columnAffine) {
        this.graph = graph;
        this.columnAffine = columnAffine;
    }

    /**
     * What was found.
     *
     * @param inputs in the order of their columns
     * @param scaling what happens to the columns before they are joined
     */
    record Joined(List<ValueInfoProto> inputs, Optional<Step> scaling) {}

    Joined read(NodeProto concat) {
        String who = OnnxFaults.node(concat);
        long axis = NodeAttributes.integer(concat, "axis", 0);
        OnnxFaults.requireSupported(axis == 1 || axis == -1, who + " must join columns (axis 1), got axis " + axis);
        List<ValueInfoProto> inputs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Affine all = new Affine(new double[0], new double[0]);
        for (String value : concat.getInputList()) {
            Branch branch = branch(who, value);
            OnnxFaults.requireSupported(
                    seen.add(branch.input.getName()),
                    who + " joins input " + OnnxFaults.quoted(branch.input.getName()) + " twice");
            inputs.add(branch.input);
            all = all.beside(branch.affine.stretched(columns(who, branch.input)));
        }
        boolean scales = !all.onlyAdds() || Arrays.stream(all.offset()).anyMatch(value -> value != 0);
        return new Joined(inputs, scales ? Optional.of(new Step.ColumnAffine(who, all)) : Optional.empty());
    }

    private record Branch(ValueInfoProto input, Affine affine) {}

    private Branch branch(String who, String from) {
        Affine affine = Affine.multiply(new double[] {1});
        String value = from;
        for (int nodes = 0; graph.input(value).isEmpty(); nodes++) {
            Optional<NodeProto> node = graph.node(value);
            OnnxFaults.requireSupported(
                    node.isPresent() && nodes < MOST_NODES,
                    who + " joins branches; only inputs that are scaled can be joined, in front of the first layer");
            Link link = link(who, node.orElseThrow());
            for (Step step : link.steps()) {
                Affine before = ((Step.ColumnAffine) step).affine();
                OnnxFaults.requireSupported(before.fits(affine.width()), who + ": its branches do not fit");
                affine = before.then(affine);
            }
            value = link.before();
        }
        return new Branch(graph.input(value).orElseThrow(), affine);
    }

    private Link link(String who, NodeProto node) {
        boolean own = Graph.isDefaultDomain(node.getDomain());
        boolean scaler = node.getDomain().equals(OperatorSet.ML_DOMAIN)
                && node.getOpType().equals("Scaler");
        return switch (own ? node.getOpType() : scaler ? "Scaler" : "") {
            case "Scaler" -> columnAffine.scaler(node);
            case "Add", "Sub", "Mul", "Div" -> columnAffine.arithmetic(node);
            case "Identity", "Cast", "Flatten" -> Link.handingOn(first(node));
            default ->
                throw OnnxFaults.unsupported(who + " joins branches, of which " + OnnxFaults.node(node)
                        + " is part; only inputs that are scaled can be joined, in front of the first layer");
        };
    }

    private static String first(NodeProto node) {
        Faults.require(node.getInputCount() > 0, OnnxFaults.node(node) + " must have an input");
        return node.getInput(0);
    }

    /** How many columns an input has, which it must say. */
    public static int columns(String who, ValueInfoProto input) {
        List<Dimension> dims = input.getType().getTensorType().getShape().getDimList();
        long columns = dims.size() < 2 ? 0 : dims.get(1).getDimValue();
        OnnxFaults.requireSupported(
                dims.size() == 2 && columns > 0 && columns <= DenseSpec.MOST_UNITS,
                who + " joins input " + OnnxFaults.quoted(input.getName())
                        + ", which must be declared as rows of a known number of columns");
        return (int) columns;
    }
}
