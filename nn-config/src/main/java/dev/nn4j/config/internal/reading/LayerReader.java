// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.Activation;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.NearestName;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonPath;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.registry.ComponentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code network.layers}. */
final class LayerReader {
    private static final List<String> DENSE_KEYS =
            List.of(Components.TYPE, "inputDim", "outputDim", "activation", "initializer", "bias", "biasInitializer");
    private static final List<String> ACTIVATION_KEYS = List.of(Components.TYPE, "activation");
    private static final List<String> BLOCK_KEYS = List.of(Components.TYPE, "layers");
    private static final String FORM = "kind";
    /** As the tutorial's list spells them. */
    private static final Map<String, String> SNAKE_CASE = Map.of("input_dim", "inputDim", "output_dim", "outputDim");

    private final Components components;

    LayerReader(Components components) {
        this.components = components;
    }

    /** The layers of a list at a path. */
    List<LayerSpec> read(String path, List<JsonNode> list) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = JsonPath.element(path, i);
            ObjectNode object = Fields.as(ObjectNode.class, "an object", at, list.get(i));
            String kind = kind(at, object);
            if (kind.equalsIgnoreCase(ResidualSpec.KIND)) {
                layers.addAll(block(at, object));
            } else {
                layers.add(layer(at, kind, object));
            }
        }
        return layers;
    }

    private static String kind(String path, ObjectNode object) {
        return object.get(Components.TYPE) == null ? DenseSpec.KIND : Components.typeOf(path, object);
    }

    /** Here a block holds its layers; in a network they stand before its end. */
    private List<LayerSpec> block(String path, ObjectNode object) {
        Fields fields = new Fields(path, object, BLOCK_KEYS);
        List<JsonNode> list = fields.list("layers")
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> new ConfigurationException(
                        path,
                        "a residual block needs layers, one or more whose output is added to what goes into them"));
        List<LayerSpec> layers = read(fields.pathOf("layers"), list);
        if (layers.size() >= NetworkSpec.MOST_LAYERS) {
            throw new ConfigurationException(
                    fields.pathOf("layers"),
                    "must be fewer than " + NetworkSpec.MOST_LAYERS + " layers, got " + layers.size());
        }
        return ResidualSpec.block(layers);
    }

    private LayerSpec layer(String path, String kind, ObjectNode object) {
        if (kind.equalsIgnoreCase(DenseSpec.KIND)) {
            return dense(path, new Fields(path, camelCase(path, object), DENSE_KEYS));
        }
        if (kind.equalsIgnoreCase(ActivationSpec.KIND)) {
            return new ActivationSpec(activation("an activation", path, object));
        }
        if (kind.equalsIgnoreCase(ParametricSpec.KIND)) {
            return new ParametricSpec(activation("a parametric", path, object));
        }
        return withoutComponents(prototype(path, kind, object), path, object);
    }

    private static LayerSpec prototype(String path, String kind, ObjectNode object) {
        List<LayerSpec> prototypes = LayerSpec.withoutComponents();
        List<LayerSpec> found = prototypes.stream()
                .filter(prototype -> prototype.kind().equalsIgnoreCase(kind))
                .toList();
        if (found.isEmpty()) {
            List<String> kinds = Stream.concat(
                            Stream.of(DenseSpec.KIND, ActivationSpec.KIND, ParametricSpec.KIND),
                            prototypes.stream().map(LayerSpec::kind).distinct())
                    .toList();
            throw new ConfigurationException(
                    path + "." + Components.TYPE,
                    "unknown layer " + Json.described(Json.text(kind)) + NearestName.hint(kind, kinds));
        }
        return found.stream()
                .filter(prototype -> isForm(prototype, object))
                .findFirst()
                .orElse(found.get(0));
    }

    /** Whether a layer of this type, of which there may be several forms, is said to be of this one. */
    private static boolean isForm(LayerSpec prototype, ObjectNode object) {
        JsonNode form = object.get(FORM);
        return form != null
                && form.asText().equals(prototype.hyperparameters().values().get(FORM));
    }

    private static LayerSpec withoutComponents(LayerSpec prototype, String path, ObjectNode object) {
        Map<String, Object> given =
                Components.parameters(prototype.kind(), prototype.hyperparameters(), path, object, List.of());
        for (Hyperparameter<?> declared : prototype.hyperparameters().declarations()) {
            if (prototype.required().contains(declared.name()) && !given.containsKey(declared.name())) {
                throw new ConfigurationException(
                        path, "a " + prototype.kind() + " layer needs " + declared.name() + ", " + declared.meaning());
            }
        }
        return prototype.with(prototype.hyperparameters().with(prototype.kind(), given));
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
        boolean bias = fields.flag("bias").orElse(true);
        return new DenseSpec(inputs, outputs, activation, initializer, bias, biasInitializer(fields, bias));
    }

    /** Zeros are what is there without. */
    private Optional<Initializer> biasInitializer(Fields fields, boolean bias) {
        String key = "biasInitializer";
        Optional<JsonNode> named = fields.value(key);
        if (named.isPresent() && !bias) {
            throw new ConfigurationException(
                    fields.pathOf(key), "there is no bias that it could fill; remove it, or bias false");
        }
        return named.map(value -> components.read(ComponentKind.INITIALIZER, fields.pathOf(key), value))
                .filter(initializer -> !initializer.name().equals("zeros"));
    }

    private Activation activation(String what, String path, ObjectNode object) {
        Fields fields = new Fields(path, object, ACTIVATION_KEYS);
        JsonNode named = fields.value("activation")
                .orElseThrow(() -> new ConfigurationException(
                        path, what + " layer needs activation, the function it applies to its input"));
        return components.read(ComponentKind.ACTIVATION, fields.pathOf("activation"), named);
    }

    private <C extends dev.nn4j.api.Component> C component(
            ComponentKind<C> kind, Fields fields, String key, String otherwise) {
        return components.read(kind, fields.pathOf(key), fields.value(key).orElse(Json.text(otherwise)));
    }

    private static int width(Fields fields, String key, int otherwise) {
        int units = fields.count(key, 1).orElse(otherwise);
        if (units > DenseSpec.MOST_UNITS) {
            throw new ConfigurationException(
                    fields.pathOf(key), "must be at most " + DenseSpec.MOST_UNITS + ", got " + units);
        }
        return units;
    }

    private static ObjectNode camelCase(String path, ObjectNode layer) {
        ObjectNode members = layer.objectNode();
        layer.properties().forEach(member -> {
            String key = member.getKey();
            String name = SNAKE_CASE.getOrDefault(key, key);
            if (members.replace(name, member.getValue()) != null) {
                throw new ConfigurationException(
                        JsonPath.member(path, key), "says the same as " + name + ", which is there too; remove one");
            }
        });
        return members;
    }
}
