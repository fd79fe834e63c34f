// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.sample;

import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.util.Arrays;
import java.util.List;

/** An untrained model of every kind of step: mixed columns, scaling, normalisation, several layers, scaled targets. */
public final class MixedModel {
    /** Floats to a raw row: size, weight, plan, active. */
    public static final int RAW_WIDTH = 4;
    /** Numbers to an answer. */
    public static final int OUTPUTS = 2;
    /** The categories of plan. */
    public static final List<String> PLANS = List.of("basic", "plus", "pro");

    private MixedModel() {}

    /** The model, always the same. */
    public static Model create() {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        Feature.number("size"),
                        new Feature("weight", new NumberKind(), new Missing(MissingPolicy.MEAN, true, List.of(0.5f))),
                        new Feature("plan", new CategoryKind(PLANS, Unseen.RARE), Missing.error()),
                        new Feature("active", new BooleanKind(), Missing.error())))
                .targets(List.of("price", "rent"))
                .build();
        Network network = Network.initialized(
                Architectures.inputs(schema.inputWidth())
                        .batchNormalization()
                        .dense(16, "gelu")
                        .layerNormalization()
                        .dense(9, "tanh")
                        .dense(OUTPUTS, "identity")
                        .spec(),
                7);
        return Model.builder(schema, network, ComponentRegistry.standard().loss("mean-squared-error"))
                .inputScaler(inputScaler(schema))
                .targetScaler(Scaler.of(Scaling.STANDARD, new float[] {100, 5}, new float[] {10, 2}))
                .build();
    }

    /** Raw rows, every fifth without weight. */
    public static float[] rows(int count) {
        float[] rows = Rows.numbers(count * RAW_WIDTH, 11);
        for (int row = 0; row < count; row++) {
            rows[row * RAW_WIDTH + 1] = row % 5 == 0 ? Float.NaN : rows[row * RAW_WIDTH + 1];
            rows[row * RAW_WIDTH + 2] = row % PLANS.size();
            rows[row * RAW_WIDTH + 3] = row % 2;
        }
        return rows;
    }

    /** Size and weight are quantities; what says that a weight is missing, plan and active are not. */
    private static Scaler inputScaler(Schema schema) {
        float[] shift = new float[schema.inputWidth()];
        float[] scale = new float[schema.inputWidth()];
        Arrays.fill(scale, 1);
        shift[0] = 0.25f;
        scale[0] = 1.5f;
        shift[1] = -0.5f;
        scale[1] = 0.75f;
        return Scaler.of(Scaling.STANDARD, shift, scale);
    }
}
