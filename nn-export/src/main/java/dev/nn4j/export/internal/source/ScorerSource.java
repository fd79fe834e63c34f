// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.api.ComponentException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model as the source of one Java class. */
public final class ScorerSource {
    /** What every network calls. */
    private static final String DENSE_CALLS = "Fma.of";

    private final Model model;
    private final Schema schema;
    private final DetailSource details;
    private final Functions functions = new Functions();
    private final FloatPool numbers = new FloatPool();
    private final Map<String, Object> gaps = new HashMap<>();

    private ScorerSource(Model model) {
        this.model = model;
        this.schema = model.schema();
        this.details = new DetailSource(schema);
    }

    /**
     * The source.
     *
     * @param className a Java identifier
     * @param packageName a Java package, or empty
     * @throws IllegalArgumentException if the model is too large
     * @throws dev.nn4j.api.ComponentException if an activation is not nn4j's own
     */
    public static String of(Model model, String className, String packageName) {
        Limits.check(model);
        requireUsualMarks(model);
        return new ScorerSource(model).source(className, packageName);
    }

    /** The class carries nn4j's own reader of gaps, which knows the usual marks. */
    private static void requireUsualMarks(Model model) {
        model.schema().features().stream()
                .filter(feature -> !feature.missing().marks().isUsual())
                .findFirst()
                .ifPresent(feature -> {
                    throw new ComponentException(
                            ComponentException.Reason.UNSUPPORTED,
                            feature.name(),
                            "feature '" + feature.name() + "' cannot be written as Java source: its missing marks are"
                                    + " the model's own, " + feature.missing().marks() + "; use the model itself");
                });
    }

    private String source(String className, String packageName) {
        InputSource inputs = inputs(className);
        gaps.put("class", className);
        gaps.put("summary", summary());
        gaps.put("features", JavaText.literals(schema.featureNames()));
        gaps.put("columns", inputs.columns());
        gaps.put("row", inputs.row());
        gaps.put("length", inputs.length());
        gaps.put("constants", inputs.constants());
        gaps.put("answers", new AnswerSource(schema).constants());
        gaps.put("outputs", new AnswerSource(schema).outputs());
        StringBuilder members = new StringBuilder();
        gaps.put("layers", layers(members));
        String methods = inputs.methods()
                + members
                + details.methods()
                + targets()
                + new AnswerSource(schema).numbers(inputs.row(), inputs.length())
                + new AnswerSource(schema).methods();
        gaps.put("methods", methods);
        gaps.put("functions", functions.source(DENSE_CALLS + inputs.constants() + methods));
        gaps.put("count", numbers.count());
        gaps.put("blocks", numbers.blocks());
        String declaration = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return declaration
                + Imports.sorted(SourcePart.named("Scorer.txt").with(gaps).text());
    }

    private String summary() {
        long parameters = 0;
        for (Network network : model.networks()) {
            parameters += network.spec().parameterCount();
        }
        return "A " + schema.task().word() + " model of " + schema.features().size() + " features with "
                + (model.members() == 1 ? "" : model.members() + " networks of ") + parameters + " parameters.";
    }

    private InputSource inputs(String className) {
        boolean plain = schema.features().stream().allMatch(Feature::isPlain);
        return plain
                ? new PlainInputs(model.inputScaler(), numbers, className)
                : new MixedInputs(model, numbers, functions, className);
    }

    private String targets() {
        if (model.targetScaler().scaling() == Scaling.NONE) {
            gaps.put("result", "a");
            return "";
        }
        gaps.put("result", "inOwnUnits(a)");
        return SourcePart.named("own-units.txt")
                        .with(numbers.add(details.scaler(model.targetScaler())))
                        .indented() + "\n";
    }

    /** The statements that make the outputs of the inputs; of several networks each has a method, for which see there. */
    private String layers(StringBuilder methods) {
        if (model.members() == 1) {
            return layers(model.networks().get(0)) + (details.isNeeded() ? "\n        a = described(a);" : "");
        }
        StringBuilder calls = new StringBuilder();
        for (int member = 0; member < model.members(); member++) {
            Map<String, ?> parts =
                    Map.of("member", member, "layers", layers(model.networks().get(member)));
            methods.append(SourcePart.named("member.txt").with(parts).indented())
                    .append('\n');
            // each gets a copy, as layers may write into the array that they read
            String call = "member" + member + "(a.clone())";
            calls.append(member == 0 ? "" : ", ").append(details.isNeeded() ? "described(" + call + ")" : call);
        }
        methods.append(SourcePart.named(details.join() + ".txt").indented()).append('\n');
        return "        a = " + details.join() + "(" + calls + ");";
    }

    private String layers(Network network) {
        int first = numbers.add(network.parameters());
        StringBuilder calls = new StringBuilder();
        Set<Integer> kept = new HashSet<>();
        network.spec().placed().forEach(placed -> placed.skip().ifPresent(kept::add));
        for (PlacedLayer placed : network.spec().placed()) {
            if (kept.contains(placed.source())) {
                add(calls, "float[] " + Calls.kept(placed.source()) + " = a.clone();");
            }
            placed.spec().match(new Calls(placed, first)).forEach(call -> add(calls, call));
        }
        return calls.toString().stripTrailing();
    }

    /** The statements that take a row through a layer; the network's parameters begin at an index of the class's numbers. */
    private final class Calls implements LayerSpec.Cases<List<String>> {
        private final PlacedLayer placed;
        private final int weights;
        private final int statistics;

        Calls(PlacedLayer placed, int first) {
            this.placed = placed;
            weights = first + placed.firstParameter();
            statistics = first + placed.firstStatistic();
        }

        @Override
        public List<String> dense(DenseSpec layer) {
            return List.of(
                    "a = dense(a, " + weights + ", " + layer.outputs() + ", " + layer.bias() + ");",
                    functions.call(layer.activation()));
        }

        /** Prediction leaves it out. */
        @Override
        public List<String> dropout(DropoutSpec layer) {
            return List.of();
        }

        @Override
        public List<String> batchNormalization(BatchNormalizationSpec layer) {
            return List.of(functions.call(layer, weights, statistics, layer.epsilon()));
        }

        @Override
        public List<String> layerNormalization(LayerNormalizationSpec layer) {
            return List.of(functions.call(layer, weights, layer.epsilon()));
        }

        @Override
        public List<String> activation(ActivationSpec layer) {
            return List.of(functions.call(layer.activation()));
        }

        @Override
        public List<String> scale(ScaleSpec layer) {
            return List.of(functions.call(layer, weights));
        }

        @Override
        public List<String> residual(ResidualSpec layer) {
            return List.of(functions.call(layer, kept(placed.skip().orElseThrow())));
        }

        /** The variable that keeps the output of a layer, or the input, for a residual block. */
        private static String kept(int source) {
            return "s" + (source + 1);
        }

        @Override
        public List<String> parametric(ParametricSpec layer) {
            String before = "l" + placed.index();
            return List.of(
                    "float[] " + before + " = a.clone();",
                    functions.call(layer.activation()),
                    functions.call(layer, before, weights));
        }

        @Override
        public List<String> categoryEmbedding(CategoryEmbeddingSpec layer) {
            List<Float> tables = new ArrayList<>();
            for (int c = 0; c < layer.indices().size(); c++) {
                tables.add((float) layer.indices().get(c));
                tables.add((float) layer.values().get(c));
                tables.add((float) layer.sizeOf(c));
            }
            return tables.isEmpty()
                    ? List.of()
                    : List.of("a = "
                            + functions.call(
                                    layer,
                                    weights,
                                    numbers.add(tables),
                                    layer.indices().size()));
        }

        @Override
        public List<String> numericEmbedding(NumericEmbeddingSpec layer) {
            List<Integer> columns = layer.columnsOf(placed.inputs());
            return columns.isEmpty()
                    ? List.of()
                    : List.of("a = "
                            + functions.call(
                                    layer,
                                    weights,
                                    statistics,
                                    indices(columns),
                                    columns.size(),
                                    layer.bins(),
                                    layer.size()));
        }

        @Override
        public List<String> periodicEmbedding(PeriodicEmbeddingSpec layer) {
            List<Integer> columns = layer.columnsOf(placed.inputs());
            return columns.isEmpty()
                    ? List.of()
                    : List.of("a = "
                            + functions.call(
                                    PeriodicEmbeddingSpec.FORM + "-embedding",
                                    weights,
                                    indices(columns),
                                    columns.size(),
                                    layer.frequencies(),
                                    layer.size()));
        }

        private int indices(List<Integer> columns) {
            return numbers.add(columns.stream().map(Integer::floatValue).toList());
        }
    }

    private static void add(StringBuilder calls, String statement) {
        if (!statement.isEmpty()) {
            calls.append("        ").append(statement).append('\n');
        }
    }
}
