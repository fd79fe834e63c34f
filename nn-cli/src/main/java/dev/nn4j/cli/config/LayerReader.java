// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.NearestName;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonPath;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code network.layers}. */
final class LayerReader {
    private static final String DENSE = "dense";
    private static final String DROPOUT = "dropout";
    private static final String BATCH_NORMALIZATION = LayerSpec.BatchNormalization.KIND;
    private static final String LAYER_NORMALIZATION = LayerSpec.LayerNormalization.KIND;
    private static final List<String> KINDS = List.of(DENSE, DROPOUT, BATCH_NORMALIZATION, LAYER_NORMALIZATION);
    private static final List<String> DENSE_KEYS =
            List.of(Components.TYPE, "inputDim", "outputDim", "activation", "initializer", "bias");
    private static final List<String> DROPOUT_KEYS = List.of(Components.TYPE, "rate");
    private static final List<String> BATCH_NORMALIZATION_KEYS = List.of(Components.TYPE, "epsilon", "momentum");
    private static final List<String> LAYER_NORMALIZATION_KEYS = List.of(Components.TYPE, "epsilon");
    /** As the tutorial's list spells them. */
    private static final Map<String, String> SNAKE_CASE = Map.of("input_dim", "inputDim", "output_dim", "outputDim");

    private final Components components;

    LayerReader(Components components) {
        this.components = components;
    }

    /** The layers of a list at a path. */
    List<LayerSpec> read(String path, List<JsonValue> list) {
        List<LayerSpec> layers = new ArrayList<>();
        for (JsonValue value : list) {
            layers.add(layer(JsonPath.element(path, layers.size()), value));
        }
        return layers;
    }

    private LayerSpec layer(String path, JsonValue value) {
        JsonObject object = Fields.as(JsonObject.class, "an object", path, value);
        JsonValue type = object.members().get(Components.TYPE);
        String kind = type == null ? DENSE : Components.typeOf(path, object);
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case DENSE -> dense(path, new Fields(path, camelCase(path, object), DENSE_KEYS));
            case DROPOUT -> dropout(path, new Fields(path, object, DROPOUT_KEYS));
            case BATCH_NORMALIZATION -> batchNormalization(path, new Fields(path, object, BATCH_NORMALIZATION_KEYS));
            case LAYER_NORMALIZATION -> layerNormalization(new Fields(path, object, LAYER_NORMALIZATION_KEYS));
            default ->
                throw new ConfigurationException(
                        path + "." + Components.TYPE,
                        "unknown layer " + new JsonText(kind).described() + NearestName.hint(kind, KINDS));
        };
    }

    private LayerSpec dense(String path, Fields fields) {
        Activation activation = component(ComponentKind.ACTIVATION, fields, "activation", "identity");
        Initializer initializer =
                component(ComponentKind.INITIALIZER, fields, "initializer", activation.suitableInitializer());
        int inputs = width(fields, "inputDim", 0);
        int outputs = width(fields, "outputDim", 0);
        if (outputs == 0) {
            throw new ConfigurationException(path, "a dense layer needs outputDim, its number of units");
        }
        return new LayerSpec.Dense(
                inputs, outputs, activation, initializer, fields.flag("bias").orElse(true));
    }

    private LayerSpec dropout(String path, Fields fields) {
        if (!fields.has("rate")) {
            throw new ConfigurationException(path, "a dropout layer needs rate, the share of units it zeroes");
        }
        double rate = fields.number("rate").getAsDouble();
        return Components.configured(fields.pathOf("rate"), () -> new LayerSpec.Dropout(rate));
    }

    private static LayerSpec batchNormalization(String path, Fields fields) {
        double epsilon = fields.number("epsilon").orElse(LayerSpec.BatchNormalization.DEFAULT_EPSILON);
        double momentum = fields.number("momentum").orElse(LayerSpec.BatchNormalization.DEFAULT_MOMENTUM);
        return Components.configured(path, () -> new LayerSpec.BatchNormalization(epsilon, momentum));
    }

    private static LayerSpec layerNormalization(Fields fields) {
        double epsilon = fields.number("epsilon").orElse(LayerSpec.LayerNormalization.DEFAULT_EPSILON);
        return Components.configured(fields.pathOf("epsilon"), () -> new LayerSpec.LayerNormalization(epsilon));
    }

    private <C extends dev.nn4j.api.Component> C component(
            ComponentKind<C> kind, Fields fields, String key, String otherwise) {
        return components.read(kind, fields.pathOf(key), fields.value(key).orElse(new JsonText(otherwise)));
    }

    private static int width(Fields fields, String key, int otherwise) {
        int units = fields.count(key, 1).orElse(otherwise);
        if (units > LayerSpec.Dense.MOST_UNITS) {
            throw new ConfigurationException(
                    fields.pathOf(key), "must be at most " + LayerSpec.Dense.MOST_UNITS + ", got " + units);
        }
        return units;
    }

    private static JsonObject camelCase(String path, JsonObject layer) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        layer.members().forEach((key, value) -> {
            String name = SNAKE_CASE.getOrDefault(key, key);
            if (members.put(name, value) != null) {
                throw new ConfigurationException(
                        JsonPath.member(path, key), "says the same as " + name + ", which is there too; remove one");
            }
        });
        return new JsonObject(members);
    }
}
