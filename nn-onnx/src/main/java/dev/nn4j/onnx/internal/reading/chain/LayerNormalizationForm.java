// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Layer normalisation in the operators that it was written in before it had one of its own: Div(c, Sqrt(ReduceMean(c²) +
 * epsilon)) with c = x − ReduceMean(x), then Mul by the scale and Add of the shift.
 */
final class LayerNormalizationForm {
    private final Graph graph;

    LayerNormalizationForm(Graph graph) {
        this.graph = graph;
    }

    /**
     * What was found.
     *
     * @param scale the name of the factors
     * @param shift the name of the offsets
     * @param before the value that is normalised
     */
    record Found(String scale, String shift, double epsilon, String before) {}

    /** The normalisation that ends in an Add. */
    Optional<Found> find(NodeProto add) {
        Sides shifted = sides(add, "Add");
        Sides scaled = shifted == null ? null : sides(producer(shifted.computed), "Mul");
        NodeProto quotient = scaled == null ? null : producer(scaled.computed, "Div");
        if (shifted == null || scaled == null || quotient == null) {
            return Optional.empty();
        }
        String centred = quotient.getInput(0);
        Optional<String> before = centredFrom(centred);
        OptionalDouble epsilon = epsilon(quotient.getInput(1), centred);
        return before.isPresent() && epsilon.isPresent()
                ? Optional.of(new Found(scaled.constant, shifted.constant, epsilon.getAsDouble(), before.get()))
                : Optional.empty();
    }

    /** The two inputs of an operator, one of which is known. */
    private record Sides(String constant, String computed) {}

    private @Nullable Sides sides(@Nullable NodeProto node, String operator) {
        if (node == null || !node.getOpType().equals(operator) || node.getInputCount() != 2) {
            return null;
        }
        boolean first = graph.constant(node.getInput(0)).isPresent();
        boolean second = graph.constant(node.getInput(1)).isPresent();
        return first == second ? null : new Sides(node.getInput(first ? 0 : 1), node.getInput(first ? 1 : 0));
    }

    private Optional<String> centredFrom(String centred) {
        NodeProto difference = producer(centred, "Sub");
        return Optional.ofNullable(difference)
                .filter(sub -> isMeanOf(sub.getInput(1), sub.getInput(0)))
                .map(sub -> sub.getInput(0));
    }

    /** Of √(mean(c²) + epsilon). */
    private OptionalDouble epsilon(String deviation, String centred) {
        NodeProto root = producer(deviation);
        Sides variance =
                root == null || !root.getOpType().equals("Sqrt") ? null : sides(producer(root.getInput(0)), "Add");
        NodeProto mean = variance == null ? null : producer(variance.computed);
        boolean found = mean != null && isMean(mean) && isSquareOf(mean.getInput(0), centred);
        return found && variance != null ? graph.number(variance.constant) : OptionalDouble.empty();
    }

    private boolean isSquareOf(String value, String of) {
        NodeProto product = producer(value, "Mul");
        if (product != null) {
            return product.getInput(0).equals(of) && product.getInput(1).equals(of);
        }
        NodeProto power = producer(value, "Pow");
        return power != null
                && power.getInput(0).equals(of)
                && graph.number(power.getInput(1)).orElse(0) == 2;
    }

    private boolean isMeanOf(String value, String of) {
        NodeProto mean = producer(value);
        return mean != null && isMean(mean) && mean.getInput(0).equals(of);
    }

    /** Over the columns of each row, which stay as an axis. */
    private boolean isMean(NodeProto node) {
        return node.getOpType().equals("ReduceMean")
                && NodeAttributes.integer(node, "keepdims", 1) == 1
                && node.getInputCount() >= 1
                && isLastAxis(node);
    }

    /** Axes are an attribute, since operator set 18 an input. */
    private boolean isLastAxis(NodeProto node) {
        double axis = node.getInputCount() == 1
                ? NodeAttributes.onlyInteger(node, "axes").orElse(0)
                : graph.constant(node.getInput(1))
                        .filter(axes -> axes.count() == 1)
                        .map(axes -> axes.values()[0])
                        .orElse(0.0);
        return axis == -1 || axis == 1;
    }

    private @Nullable NodeProto producer(String value, String operator) {
        NodeProto node = producer(value);
        boolean found = node != null && node.getOpType().equals(operator) && node.getInputCount() == 2;
        return found ? node : null;
    }

    private @Nullable NodeProto producer(String value) {
        return graph.node(value)
                .filter(node -> Graph.isDefaultDomain(node.getDomain()) && node.getInputCount() > 0)
                .orElse(null);
    }
}
