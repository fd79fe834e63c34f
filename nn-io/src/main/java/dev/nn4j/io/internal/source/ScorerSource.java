// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.source;

import dev.nn4j.core.Model;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.util.HashMap;
import java.util.Map;

/** A model as the source of one Java class. */
public final class ScorerSource {
    private final Model model;
    private final Schema schema;
    private final Functions functions = new Functions();
    private final FloatPool numbers = new FloatPool();
    private final Map<String, Object> gaps = new HashMap<>();

    private ScorerSource(Model model) {
        this.model = model;
        this.schema = model.schema();
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
        return new ScorerSource(model).source(className, packageName);
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
        gaps.put("answers", new Answers(schema).constants());
        gaps.put("outputs", new Answers(schema).outputs());
        gaps.put("layers", layers());
        String methods = inputs.methods() + targets() + new Answers(schema).methods();
        gaps.put("methods", methods);
        gaps.put("functions", functions.source(inputs.constants() + methods));
        gaps.put("count", numbers.count());
        gaps.put("blocks", numbers.blocks());
        String declaration = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return declaration
                + Imports.sorted(SourcePart.named("Scorer.txt").with(gaps).text());
    }

    private String summary() {
        NetworkSpec network = model.network().spec();
        return "A " + schema.task().word() + " model of " + schema.features().size() + " features with "
                + network.parameterCount() + " parameters.";
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
                        .with(numbers.add(model.targetScaler()))
                        .indented() + "\n";
    }

    private String layers() {
        StringBuilder calls = new StringBuilder();
        NetworkSpec network = model.network().spec();
        int weights = numbers.add(model.network().parameters());
        int statistics = weights + network.trainableCount();
        int width = network.inputWidth();
        for (LayerSpec layer : network.layers()) {
            add(calls, layer, weights, statistics);
            weights += layer.parameterCount(width);
            statistics += layer.statisticCount(width);
            width = layer.outputs(width);
        }
        return calls.toString().stripTrailing();
    }

    private void add(StringBuilder calls, LayerSpec layer, int weights, int statistics) {
        if (layer instanceof LayerSpec.Dense dense) {
            add(calls, "a = dense(a, " + weights + ", " + dense.outputs() + ", " + dense.bias() + ");");
            add(calls, functions.call(dense.activation()));
        } else if (layer instanceof LayerSpec.BatchNormalization normalization) {
            add(calls, functions.call(layer, weights, statistics, normalization.epsilon()));
        } else if (layer instanceof LayerSpec.LayerNormalization normalization) {
            add(calls, functions.call(layer, weights, normalization.epsilon()));
        }
    }

    private static void add(StringBuilder calls, String statement) {
        if (!statement.isEmpty()) {
            calls.append("        ").append(statement).append('\n');
        }
    }
}
