// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.reading.graph.GraphConstant;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;

/**
 * Finds embeddings of numbers by waves: {@code (Wᵀ cos(k·(f·x + p)) + c, x)}, k being 2π or any other number, and whole turns
 * being left out or not. How far frequencies deviated when the training began, a graph does not tell.
 */
final class WaveForm {
    private static final double TWO_PI = 2 * Math.PI;
    private static final int AXES = 3;

    private final FormNodes nodes;

    WaveForm(FormNodes nodes) {
        this.nodes = nodes;
    }

    /**
     * The operators that hold numbers.
     *
     * @param frame what stands around them
     * @param x the embedded columns
     * @param turns a number of these is one of the units of frequencies and phases
     * @param frequency the product with the frequencies
     * @param phase the sum with the phases
     * @param weight the product of matrices
     * @param shift the sum behind it
     */
    private record Parts(
            ColumnFrame frame,
            NodeProto x,
            double turns,
            NodeProto frequency,
            NodeProto phase,
            NodeProto weight,
            NodeProto shift) {}

    /** The embedding that a node is the end of. */
    Optional<EmbeddingForms.Place> find(NodeProto end) {
        return ColumnFrame.find(nodes, end)
                .flatMap(this::parts)
                .flatMap(parts -> parts.frame()
                        .input(nodes, parts.x())
                        .map(input -> new EmbeddingForms.Place(() -> layer(parts), input)));
    }

    private Optional<Parts> parts(ColumnFrame frame) {
        Optional<NodeProto> joined = Optional.of(frame.made()).filter(node -> nodes.is(node, "Concat"));
        Optional<NodeProto> x = joined.filter(node -> node.getInputCount() == 2 && joinsNumbers(node))
                .flatMap(node -> nodes.before(node, 1, "Unsqueeze"));
        Optional<NodeProto> shift = joined.flatMap(node -> nodes.before(node, 0, "Add"));
        Optional<NodeProto> weight = shift.flatMap(node -> nodes.before(node, 0, "Transpose"))
                .flatMap(node -> nodes.before(node, 0, "MatMul"));
        Optional<NodeProto> cosine = weight.flatMap(node -> nodes.before(node, 0, "Transpose"))
                .flatMap(node -> nodes.before(node, 0, "Cos"));
        if (x.isEmpty() || cosine.isEmpty()) {
            return Optional.empty();
        }
        Optional<NodeProto> factor = nodes.before(cosine.get(), 0, "Mul")
                .filter(node -> nodes.number(node, nodes.constantInput(node)).isPresent());
        double turns = factor.map(
                        node -> nodes.number(node, nodes.constantInput(node)).getAsDouble() / TWO_PI)
                .orElse(1 / TWO_PI);
        Optional<NodeProto> phase = factor.map(node -> nodes.before(node, 1 - nodes.constantInput(node)))
                .orElseGet(() -> nodes.before(cosine.get(), 0))
                .map(this::withWholeTurns)
                .filter(node -> nodes.is(node, "Add"));
        Optional<NodeProto> frequency = phase.flatMap(node -> nodes.before(node, 1 - nodes.constantInput(node), "Mul"));
        return frequency
                .filter(node -> isSame(nodes.before(node, 1 - nodes.constantInput(node), "Unsqueeze"), x.get()))
                .map(node -> new Parts(frame, x.get(), turns, node, phase.get(), weight.get(), shift.get()));
    }

    private static boolean joinsNumbers(NodeProto concat) {
        long axis = NodeAttributes.integer(concat, "axis", 0);
        return axis == AXES - 1 || axis == -1;
    }

    /** Other programs make an axis anew wherever they need it. */
    private static boolean isSame(Optional<NodeProto> one, NodeProto other) {
        return one.filter(node -> node.getInput(0).equals(other.getInput(0))).isPresent();
    }

    /** {@code t} of {@code t − round(t)}. */
    private NodeProto withWholeTurns(NodeProto node) {
        boolean isPart = nodes.is(node, "Sub")
                && nodes.before(node, 1, "Round")
                        .filter(round -> round.getInput(0).equals(node.getInput(0)))
                        .isPresent();
        return isPart ? nodes.before(node, 0).orElse(node) : node;
    }

    private FoundEmbedding layer(Parts parts) {
        String who = OnnxFaults.node(parts.frame().end());
        GraphConstant map = nodes.constant(who, parts.weight());
        OnnxFaults.requireSupported(map.rank() == AXES, who + ": the weights of its waves must have three axes");
        int columns = map.dim(0);
        int waves = map.dim(1);
        int made = map.dim(2);
        int[] embedded = parts.frame().columns(nodes, who, parts.x(), columns);
        double[] trained = new double[Math.addExact(2 * columns * waves, columns * (waves + 1) * made)];
        int at = copy(inTurns(nodes.values(who, parts.frequency(), columns * waves), parts.turns()), trained, 0);
        at = copy(inTurns(nodes.values(who, parts.phase(), columns * waves), parts.turns()), trained, at);
        double[] weights = map.values();
        double[] shifts = nodes.values(who, parts.shift(), columns * made);
        for (int column = 0; column < columns; column++) {
            System.arraycopy(weights, column * waves * made, trained, at, waves * made);
            at += waves * made;
            System.arraycopy(shifts, column * made, trained, at, made);
            at += made;
        }
        double sigma = new PeriodicEmbeddingSpec().sigma();
        return FoundEmbedding.of(
                who,
                parts.frame().inputs(nodes, who, columns),
                () -> new PeriodicEmbeddingSpec(sigma, waves, made + 1, Optional.of(FoundEmbedding.listed(embedded))),
                trained,
                new double[0]);
    }

    /** What is a turn to the precision of floats stays as it is. */
    private static double[] inTurns(double[] values, double turns) {
        if ((float) turns != 1) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= turns;
            }
        }
        return values;
    }

    private static int copy(double[] values, double[] into, int at) {
        System.arraycopy(values, 0, into, at, values.length);
        return at + values.length;
    }
}
