// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.embedding.EmbeddingForms;
import dev.nn4j.onnx.internal.reading.graph.Graph;
import dev.nn4j.onnx.internal.reading.graph.NodeAttributes;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import dev.nn4j.onnx.internal.recognition.ActivationRecognition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Follows a graph from a value back to the input, along the one way that a chain of layers has. */
public final class ChainWalk {
    /** Four for each of the most layers that a network may have. */
    private static final int MOST_LINKS = 40_000;

    private final Graph graph;
    private final ActivationRecognition activations;
    private final DenseReader dense;
    private final ColumnAffineReader columnAffine;
    private final NormalizationReader normalizations;
    private final BendReader bends;
    private final ShapeReader shapes;
    private final LinearReader linear;
    private final InputJoin joins;
    private final ParametricForm parametric;
    private final ResidualForm residual;
    private final EmbeddingForms embeddings;
    private final TableJoin tables;
    private final ComponentRegistry registry;
    private final List<ValueInfoProto> columns;
    private @Nullable NodeProto classifier;
    private int links;

    /**
     * A walk over a graph.
     *
     * @param columns the inputs that the schema of nn4j's own file says what to make of, up to where they are joined;
     *     none if there is no such schema
     */
    public ChainWalk(
            Graph graph, ActivationRecognition activations, ComponentRegistry registry, List<ValueInfoProto> columns) {
        this.columns = columns;
        this.registry = registry;
        this.linear = new LinearReader(registry);
        this.graph = graph;
        this.activations = activations;
        this.dense = new DenseReader(graph);
        this.columnAffine = new ColumnAffineReader(graph);
        this.normalizations = new NormalizationReader(graph);
        this.bends = new BendReader(graph);
        this.shapes = new ShapeReader(graph);
        this.joins = new InputJoin(graph, columnAffine);
        this.parametric = new ParametricForm(graph, activations, registry);
        this.residual = new ResidualForm(graph);
        this.embeddings = new EmbeddingForms(graph);
        this.tables = new TableJoin(graph);
    }

    /**
     * What lies between input and output.
     *
     * @param inputs where the rows come in, side by side
     * @param steps from the input on
     * @param layout where the rows lie at both ends
     * @param end what the last operator is
     * @param classifier scikit-learn's, if there is one
     */
    public record Chain(
            List<ValueInfoProto> inputs,
            List<Step> steps,
            RowAxes layout,
            Optional<NodeProto> end,
            Optional<NodeProto> classifier) {}

    /**
     * The chain that ends in a value.
     *
     * @throws dev.nn4j.api.ModelFormatException if it is none, naming the node that breaks it
     */
    public Chain to(String output) {
        return to(output, value -> value);
    }

    /** The chain of one member of a mean; with the others it may be no longer than one chain alone. */
    public Chain to(String output, MeanForm mean, int member) {
        return to(output, value -> value.equals(mean.mean()) ? mean.members().get(member) : value);
    }

    private Chain to(String output, UnaryOperator<String> detour) {
        List<Step> steps = new ArrayList<>();
        RowAxes layout = new RowAxes();
        List<ValueInfoProto> inputs = List.of();
        String value = detour.apply(output);
        Deque<Block> blocks = new ArrayDeque<>();
        while (inputs.isEmpty()) {
            OnnxFaults.requireSupported(
                    links++ < MOST_LINKS, "the network has more than " + MOST_LINKS + " nodes in a row");
            begin(blocks, value, steps);
            Optional<ValueInfoProto> input = graph.input(value);
            Optional<NodeProto> concat = graph.node(value)
                    .filter(node -> isConcat(node) && embeddings.find(node).isEmpty());
            Optional<TableJoin.Joined> categories = tablesOf(value);
            if (input.isPresent()) {
                inputs = List.of(input.get());
            } else if (categories.isPresent()) {
                steps.addAll(stepsOf(categories.get(), steps));
                inputs = categories.get().inputs();
            } else if (concat.isPresent() && !columns.isEmpty()) {
                inputs = columns;
            } else if (concat.isPresent()) {
                InputJoin.Joined joined = joins.read(concat.get());
                joined.scaling().ifPresent(steps::add);
                inputs = joined.inputs();
            } else {
                Link link = link(value, value.equals(output));
                for (int i = link.steps().size() - 1; i >= 0; i--) {
                    steps.add(link.steps().get(i));
                }
                String who = link.steps().isEmpty() ? "" : link.steps().get(0).who();
                link.skip().ifPresent(skip -> blocks.push(new Block(who, skip)));
                layout.pass(link.turn());
                value = detour.apply(link.before());
            }
        }
        if (!blocks.isEmpty()) {
            throw ColumnAffineReader.joins(blocks.peek().end());
        }
        Collections.reverse(steps);
        return new Chain(inputs, steps, layout, graph.node(output), Optional.ofNullable(classifier));
    }

    /** Embedded categories of another program's file. */
    private Optional<TableJoin.Joined> tablesOf(String value) {
        return graph.node(value)
                .filter(node -> columns.isEmpty() && embeddings.find(node).isEmpty())
                .flatMap(tables::find);
    }

    /** From the output on; what puts numbers in order goes into the product behind, where there is one. */
    private List<Step> stepsOf(TableJoin.Joined categories, List<Step> behind) {
        if (categories.order().isEmpty()) {
            return List.of(categories.embedding());
        }
        int[] order = categories.order().get();
        int inputs = categories.embedding().found().outputs();
        String who = categories.embedding().who();
        if (!behind.isEmpty() && behind.get(behind.size() - 1) instanceof Step.Product product) {
            behind.remove(behind.size() - 1);
            graph.allowance().take(who, (long) inputs * product.outputs());
            return List.of(product.reordered(order, inputs), categories.embedding());
        }
        graph.allowance().take(who, (long) inputs * order.length);
        return List.of(Step.Product.identity(who, order.length).reordered(order, inputs), categories.embedding());
    }

    /**
     * A residual block whose beginning is still to come.
     *
     * @param end the node that it ends with
     * @param value what goes into it
     */
    private record Block(String end, String value) {}

    private static void begin(Deque<Block> blocks, String value, List<Step> steps) {
        while (!blocks.isEmpty() && blocks.peek().value().equals(value)) {
            steps.add(new Step.BlockBegin(blocks.pop().end()));
        }
    }

    /** At the end, where a network has the probabilities themselves. */
    public static boolean isLogSoftmax(NodeProto node) {
        return Graph.isDefaultDomain(node.getDomain())
                && node.getOpType().equals("LogSoftmax")
                && node.getInputCount() == 1;
    }

    private static boolean isConcat(NodeProto node) {
        return Graph.isDefaultDomain(node.getDomain()) && node.getOpType().equals("Concat");
    }

    private Link link(String value, boolean last) {
        NodeProto node = graph.node(value)
                .orElseThrow(() -> OnnxFaults.unsupported(
                        OnnxFaults.quoted(value) + " is a constant; the output must depend on the input"));
        OnnxFaults.requireSupported(
                node.getOutput(0).equals(value) || isScores(node, value),
                OnnxFaults.quoted(value) + " is not the first output of " + OnnxFaults.node(node));
        if (last && isLogSoftmax(node)) {
            return new Link(
                    new Step.Activated(OnnxFaults.node(node), registry.activation("softmax")), node.getInput(0));
        }
        if (Graph.isDefaultDomain(node.getDomain())) {
            return link(node, value);
        }
        return node.getDomain().equals(OperatorSet.ML_DOMAIN) ? machineLearning(node) : unknown(node);
    }

    private static boolean isScores(NodeProto node, String value) {
        return node.getOpType().equals("LinearClassifier")
                && node.getOutputCount() == 2
                && node.getOutput(1).equals(value);
    }

    private Link machineLearning(NodeProto node) {
        return switch (node.getOpType()) {
            case "Scaler" -> columnAffine.scaler(node);
            case "LinearClassifier" -> classifier(node);
            case "LinearRegressor" -> linear.regressor(node);
            case "Normalizer" -> shapes.handedOn(node); // of probabilities, which it leaves as they are
            default -> unknown(node);
        };
    }

    private Link classifier(NodeProto node) {
        classifier = node;
        return linear.classifier(node);
    }

    private Link link(NodeProto node, String value) {
        return switch (node.getOpType()) {
            case "Gemm" -> dense.gemm(node);
            case "MatMul" -> dense.matMul(node);
            case "BatchNormalization" -> normalizations.batch(node);
            case "LayerNormalization" -> normalizations.layer(node);
            case "Identity" -> shapes.handedOn(node);
            case "Dropout" -> shapes.dropout(node);
            case "Cast" -> shapes.cast(node);
            case "Concat" -> embedding(node).orElseGet(() -> unknown(node));
            case "Flatten" -> embedding(node).orElseGet(() -> shapes.flatten(node));
            case "Reshape" -> shapes.reshape(node);
            case "Squeeze", "Unsqueeze" -> shapes.ofOneAxis(node);
            case "Transpose" -> shapes.transpose(node);
            default -> activation(node, value);
        };
    }

    private Optional<Link> embedding(NodeProto end) {
        return embeddings
                .find(end)
                .map(place -> new Link(new Step.Embedding(place.layer().get()), place.before()));
    }

    private Link activation(NodeProto node, String value) {
        Optional<ActivationRecognition.Found> found = activations.find(graph, value);
        if (found.isPresent()) {
            return new Link(
                    new Step.Activated(OnnxFaults.node(node), found.get().activation()),
                    found.get().argument());
        }
        return switch (node.getOpType()) {
            case "Add" ->
                normalizations
                        .layerInSteps(node)
                        .or(() -> parametric.find(node))
                        .or(() -> residual.find(OnnxFaults.node(node), node))
                        .orElseGet(() -> columnAffine.arithmetic(node));
            case "Div" -> bends.find(node).orElseGet(() -> columnAffine.arithmetic(node));
            case "Sub", "Mul" -> columnAffine.arithmetic(node);
            default -> parametric.ofSlopes(node).orElseGet(() -> unknown(node));
        };
    }

    private static Link unknown(NodeProto node) {
        String attributes = NodeAttributes.inWords(node);
        throw OnnxFaults.unsupported(OnnxFaults.node(node) + (attributes.isEmpty() ? "" : " with " + attributes)
                + " is neither part of a dense network nor an activation that is known; plugins can add activations");
    }
}
