// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.source;

import dev.nn4j.core.Model;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.util.HashMap;
import java.util.Map;

/** A model as the source of one Java class. */
public final class ScorerSource {
    /** Beyond, compilers and class files take it badly. */
    static final int MOST_WEIGHT_BYTES = 16 << 20;

    /** Names and calls are code in one method each, which a class file limits to 64 KiB. */
    static final int MOST_NAMES = 8_000;

    static final int MOST_LAYERS = 1_000;

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
        requireSize(model);
        return new ScorerSource(model).source(className, packageName);
    }

    private String source(String className, String packageName) {
        gaps.put("class", className);
        gaps.put("package", packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
        gaps.put("summary", summary());
        gaps.put("features", JavaText.literals(schema.featureNames()));
        gaps.put("answers", new Answers(schema).constants());
        gaps.put("outputs", new Answers(schema).outputs());
        gaps.put("layers", layers());
        gaps.put("methods", inputs() + targets() + new Answers(schema).methods());
        gaps.put("functions", functions.source());
        gaps.put("count", numbers.count());
        gaps.put("blocks", numbers.blocks());
        return SourcePart.named("Scorer.txt").with(gaps).text();
    }

    private String summary() {
        NetworkSpec network = model.network().spec();
        return "A " + schema.task().word() + " model of " + network.inputWidth() + " features with "
                + network.parameterCount() + " parameters.";
    }

    private String inputs() {
        boolean scaled = model.inputScaler().scaling() != Scaling.NONE;
        SourcePart inputs = SourcePart.named(scaled ? "scaled-inputs.txt" : "inputs.txt");
        return inputs.with(scaling(model.inputScaler())).indented() + "\n"
                + SourcePart.named("require-features.txt").with(gaps).indented() + "\n";
    }

    private String targets() {
        if (model.targetScaler().scaling() == Scaling.NONE) {
            gaps.put("result", "a");
            return "";
        }
        gaps.put("result", "inOwnUnits(a)");
        return SourcePart.named("own-units.txt")
                        .with(scaling(model.targetScaler()))
                        .indented() + "\n";
    }

    private Map<String, ?> scaling(Scaler scaler) {
        return Map.of("shift", numbers.add(scaler.shift()), "scale", numbers.add(scaler.scale()));
    }

    private String layers() {
        StringBuilder calls = new StringBuilder();
        NetworkSpec network = model.network().spec();
        int weights = numbers.add(model.network().parameters());
        int statistics = weights + network.trainableCount();
        int width = schema.features().size();
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

    private static void requireSize(Model model) {
        Schema schema = model.schema();
        schema.features().stream()
                .filter(feature -> !feature.isRaw())
                .findFirst()
                .ifPresent(feature -> {
                    throw new IllegalArgumentException("Java source: feature '" + feature.name()
                            + "' is not a number that is always there; use the model itself");
                });
        NetworkSpec network = model.network().spec();
        requireAtMost("weights", "bytes", (long) network.parameterCount() * Float.BYTES, MOST_WEIGHT_BYTES);
        requireAtMost("network", "layers", network.layers().size(), MOST_LAYERS);
        requireAtMost("schema", "features", schema.features().size(), MOST_NAMES);
        requireAtMost("schema", "labels", schema.labels().size(), MOST_NAMES);
        requireAtMost("schema", "targets", schema.targets().size(), MOST_NAMES);
    }

    private static void requireAtMost(String what, String unit, long found, long most) {
        if (found > most) {
            throw new IllegalArgumentException("Java source: the " + what + " must be at most " + most + " " + unit
                    + ", the model's is " + found + "; use the model itself or export it to ONNX");
        }
    }
}
