// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is said of each target beside the answer, where networks have several outputs for each: the outputs {@value #QUANTILES},
 * target by target, or {@value #DEVIATION}, behind {@value #PREDICTION}.
 */
final class DistributionNodes implements TargetDistribution.Cases<Boolean> {
    static final String PREDICTION = "prediction";
    static final String QUANTILES = "quantiles";
    static final String DEVIATION = "deviation";

    private final GraphWriter graph;
    private final Schema schema;
    private final Scaler scaler;
    private final List<String> networks;

    /** Of what these networks give for the same rows. */
    DistributionNodes(GraphWriter graph, Schema schema, Scaler scaler, List<String> networks) {
        this.graph = graph;
        this.schema = schema;
        this.scaler = scaler;
        this.networks = networks;
    }

    /** Adds nothing, where answers are all there is. */
    @Override
    public Boolean number() {
        return false;
    }

    /** Each network's are sorted before their mean is taken. */
    @Override
    public Boolean quantiles(TargetDistribution.Quantiles quantiles) {
        int levels = quantiles.outputs();
        List<String> sorted = new ArrayList<>();
        for (String network : networks) {
            graph.beginPart("quantiles");
            sorted.add(sorted(network, levels));
        }
        String own = withOffsets(inOwnUnits(mean(sorted), levels), levels);
        long[] answers = columns(levels, quantiles.answer());
        give(PREDICTION, picked(own, answers), schema.outputs(), true);
        give(QUANTILES, own, schema.detailWidth(), true);
        return true;
    }

    private String sorted(String value, int levels) {
        Map<String, Long> ascending = Map.of("axis", -1L, "largest", 0L, "sorted", 1L);
        String all = graph.integers("levels", levels);
        if (schema.outputs() == 1) {
            return graph.firstOfTwo("TopK", ascending, value, all);
        }
        String apart = graph.node("Reshape", value, graph.integers("apart", 0, schema.outputs(), levels));
        String sorted = graph.firstOfTwo("TopK", ascending, apart, all);
        return graph.node("Reshape", sorted, graph.integers("joined", 0, schema.detailWidth()));
    }

    /** Networks together have the variance of their mixture. */
    @Override
    public Boolean normal() {
        List<String> means = new ArrayList<>();
        List<String> deviations = new ArrayList<>();
        for (String network : networks) {
            graph.beginPart("normal");
            means.add(picked(network, columns(2, 0)));
            String log = graph.node(
                    "Min", picked(network, columns(2, 1)), graph.constant(TargetDistribution.Normal.GREATEST_LOG));
            String least = graph.constant(TargetDistribution.Normal.LEAST_VARIANCE);
            deviations.add(graph.node("Sqrt", graph.node("Add", graph.node("Exp", log), least)));
        }
        String mean = mean(means);
        String deviation = networks.size() == 1 ? deviations.get(0) : mixture(means, deviations, mean);
        give(PREDICTION, withOffsets(inOwnUnits(mean, 1), 1), schema.outputs(), true);
        boolean scaled = scaler.scaling() != Scaling.NONE;
        String own = scaled ? graph.node("Mul", deviation, graph.row("scale", scaler.scale())) : deviation;
        give(DEVIATION, own, schema.outputs(), false);
        return true;
    }

    private String mixture(List<String> means, List<String> deviations, String mean) {
        List<String> squares = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            String apart = graph.node("Sub", means.get(i), mean);
            String own = graph.node("Mul", deviations.get(i), deviations.get(i));
            squares.add(graph.node("Add", own, graph.node("Mul", apart, apart)));
        }
        return graph.node("Sqrt", mean(squares));
    }

    private String mean(List<String> values) {
        String sum = values.get(0);
        for (String value : values.subList(1, values.size())) {
            sum = graph.node("Add", sum, value);
        }
        return values.size() == 1 ? sum : graph.node("Div", sum, graph.constant(values.size()));
    }

    private String picked(String value, long... columns) {
        return graph.node("Gather", Map.of("axis", 1L), value, graph.integers("columns", columns));
    }

    /** One of so many numbers of each target. */
    private long[] columns(int each, int which) {
        return IntStream.range(0, schema.outputs())
                .mapToLong(target -> (long) target * each + which)
                .toArray();
    }

    private String inOwnUnits(String value, int each) {
        graph.beginPart("target");
        if (scaler.scaling() == Scaling.NONE) {
            return value;
        }
        String scaled = graph.node("Mul", value, graph.row("scale", repeated(scaler.scale(), each)));
        return graph.node("Add", scaled, graph.row("shift", repeated(scaler.shift(), each)));
    }

    private static float[] repeated(float[] columns, int each) {
        float[] repeated = new float[columns.length * each];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = columns[i / each];
        }
        return repeated;
    }

    private String withOffsets(String value, int each) {
        if (schema.targetOffsets().isEmpty()) {
            return value;
        }
        double[] offsets = IntStream.range(0, schema.outputs() * each)
                .mapToDouble(i -> schema.targetOffset(i / each))
                .toArray();
        return graph.node("Add", graph.cast(value, DataType.DOUBLE), graph.doubles("offset", offsets));
    }

    private void give(String name, String value, int width, boolean hasOffset) {
        boolean wide = hasOffset && !schema.targetOffsets().isEmpty();
        graph.output(name, value, wide ? DataType.DOUBLE : DataType.FLOAT, width);
    }
}
