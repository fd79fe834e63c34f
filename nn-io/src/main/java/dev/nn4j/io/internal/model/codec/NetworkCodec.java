// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.TrainedActivation;
import dev.nn4j.core.Model;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.QuantityEmbedding;
import dev.nn4j.core.network.ResidualBlocks;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.io.internal.model.stored.StoredComponent;
import dev.nn4j.io.internal.model.stored.StoredLayer;
import dev.nn4j.io.internal.model.stored.StoredNetwork;
import dev.nn4j.io.internal.proto.DType;
import dev.nn4j.io.internal.proto.Layer;
import dev.nn4j.io.internal.proto.LayerKind;
import dev.nn4j.io.internal.proto.Member;
import dev.nn4j.io.internal.proto.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Architectures, from and to the file. */
final class NetworkCodec {
    private static final Map<String, LayerKind> KINDS = Map.of(
            DenseSpec.KIND,
            LayerKind.DENSE,
            DropoutSpec.KIND,
            LayerKind.DROPOUT,
            BatchNormalizationSpec.KIND,
            LayerKind.BATCH_NORM,
            LayerNormalizationSpec.KIND,
            LayerKind.LAYER_NORM,
            ActivationSpec.KIND,
            LayerKind.ACTIVATION,
            ScaleSpec.KIND,
            LayerKind.SCALE,
            NumericEmbeddingSpec.KIND,
            LayerKind.NUMERIC_EMBEDDING,
            ParametricSpec.KIND,
            LayerKind.PARAMETRIC,
            ResidualSpec.KIND,
            LayerKind.RESIDUAL,
            CategoryEmbeddingSpec.KIND,
            LayerKind.CATEGORY_EMBEDDING);

    private NetworkCodec() {}

    static Network encode(StoredNetwork network) {
        Network.Builder encoded = Network.newBuilder()
                .setInputWidth(network.inputWidth())
                .setLoss(ComponentCodec.encode(network.loss()))
                .setComputeDtype(DType.F32);
        network.layers().forEach(layer -> encoded.addLayers(encode(layer)));
        network.others().forEach(layers -> encoded.addMembers(member(layers)));
        return encoded.build();
    }

    private static Member member(List<StoredLayer> layers) {
        return Member.newBuilder()
                .addAllLayers(layers.stream().map(NetworkCodec::encode).toList())
                .build();
    }

    private static Layer encode(StoredLayer layer) {
        Layer.Builder encoded = Layer.newBuilder()
                .setName(layer.name())
                .setKind(Objects.requireNonNull(KINDS.get(layer.kind())))
                .setIn(layer.inputs())
                .setOut(layer.outputs())
                .setUseBias(layer.bias())
                .addAllParams(ComponentCodec.encode(layer.parameters()));
        layer.activation().map(ComponentCodec::encode).ifPresent(encoded::setActivation);
        layer.initializer().map(ComponentCodec::encode).ifPresent(encoded::setInitializer);
        layer.biasInitializer().map(ComponentCodec::encode).ifPresent(encoded::setBiasInitializer);
        layer.columns().ifPresent(encoded::addAllColumns);
        encoded.addAllValues(layer.values());
        return encoded.build();
    }

    /** An architecture whose layers are known, named apart and fit each other. */
    static StoredNetwork decode(Network network) {
        Faults.require(
                network.getComputeDtype() == DType.F32,
                "network: numbers must be computed as F32, the file says " + network.getComputeDtypeValue());
        Faults.require(network.hasLoss(), "network: there is no loss");
        requireCount("network: layers", NetworkSpec.MOST_LAYERS, network.getLayersCount());
        requireUnits("network: input width", network.getInputWidth());
        return new StoredNetwork(
                network.getInputWidth(),
                layers("", network.getInputWidth(), network.getLayersList()),
                ComponentCodec.decode("loss", network.getLoss()),
                others(network));
    }

    /** The further members, which may be many or deep, but not both: all of their layers are bounded together. */
    private static List<List<StoredLayer>> others(Network network) {
        if (network.getMembersCount() == 0) {
            return List.of();
        }
        requireCount("network: members", Model.MOST_MEMBERS, 1 + network.getMembersCount());
        List<List<StoredLayer>> others = new ArrayList<>();
        int outputs = network.getLayers(network.getLayersCount() - 1).getOut();
        int count = network.getLayersCount();
        for (Member member : network.getMembersList()) {
            String who = "member " + (others.size() + 1) + ": ";
            requireCount(who + "layers", NetworkSpec.MOST_LAYERS, member.getLayersCount());
            count += member.getLayersCount();
            requireCount("network: layers of all members", NetworkSpec.MOST_LAYERS, count);
            List<StoredLayer> layers = layers(who, network.getInputWidth(), member.getLayersList());
            int found = layers.get(layers.size() - 1).outputs();
            Faults.require(found == outputs, who + "it gives " + found + " outputs, the first network " + outputs);
            others.add(layers);
        }
        return others;
    }

    private static void requireCount(String what, int most, int found) {
        Faults.require(found >= 1 && found <= most, what + " must be 1 to " + most + ", there are " + found);
    }

    private static List<StoredLayer> layers(String network, int inputs, List<Layer> described) {
        List<StoredLayer> layers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int width = inputs;
        ResidualBlocks blocks = new ResidualBlocks(described.size());
        for (Layer layer : described) {
            String who = network + "layer " + Faults.quoted(Names.required("a layer", layer.getName()));
            Faults.require(names.add(layer.getName()), who + ": the name is there twice");
            Faults.require(
                    layer.getIn() == width,
                    who + ": takes " + Integer.toUnsignedString(layer.getIn()) + " inputs, what is before it gives "
                            + width);
            requireUnits(who + ": output width", layer.getOut());
            StoredLayer decoded = decode(who, layer);
            requireBlock(who, blocks, decoded);
            layers.add(decoded);
            width = layer.getOut();
        }
        Faults.require(
                layers.stream().anyMatch(StoredLayer.Dense.class::isInstance),
                (network.isEmpty() ? "network: " : network) + "there is no dense layer");
        return layers;
    }

    private static void requireBlock(String who, ResidualBlocks blocks, StoredLayer layer) {
        try {
            blocks.next(layer.inputs(), layer.reach());
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt(who, e);
        }
    }

    private static StoredLayer decode(String who, Layer layer) {
        if (layer.getKind() == LayerKind.CATEGORY_EMBEDDING) {
            return embedding(
                    who, layer, () -> new CategoryEmbeddingSpec().on(layer.getColumnsList(), layer.getValuesList()));
        }
        Faults.require(layer.getValuesCount() == 0, who + ": only a category embedding layer has values");
        if (layer.getKind() == LayerKind.NUMERIC_EMBEDDING) {
            return embedding(who, layer, () -> quantities(who, layer));
        }
        Faults.require(
                !layer.hasBiasInitializer() || layer.getKind() == LayerKind.DENSE && layer.getUseBias(),
                who + ": only a dense layer with a bias has an initializer of it");
        Faults.require(layer.getColumnsCount() == 0, who + ": only an embedding layer has columns");
        if (layer.getKind() == LayerKind.DENSE) {
            return dense(who, layer);
        }
        if (layer.getKind() == LayerKind.ACTIVATION) {
            return activationLayer(who, layer);
        }
        if (layer.getKind() == LayerKind.PARAMETRIC) {
            Faults.require(layer.getParamsCount() == 0, who + ": a parametric layer has no parameters of its own");
            return activated(who, "a parametric layer", StoredLayer.Parametric::new, layer);
        }
        return LayerSpec.withoutComponents().stream()
                .filter(prototype -> KINDS.get(prototype.kind()) == layer.getKind())
                .findFirst()
                .map(prototype -> withoutComponents(who, layer, prototype))
                .orElseThrow(() ->
                        Faults.corrupt(who + ": layer kind " + layer.getKindValue() + " is unknown to this version"));
    }

    private static StoredLayer dense(String who, Layer layer) {
        Faults.require(layer.hasActivation(), who + ": a dense layer has an activation, this one has none");
        Faults.require(layer.getParamsCount() == 0, who + ": a dense layer has no parameters of its own");
        return new StoredLayer.Dense(
                layer.getName(),
                layer.getIn(),
                layer.getOut(),
                layer.getUseBias(),
                ComponentCodec.decode(who + ": activation", layer.getActivation()),
                new StoredLayer.InitializedBy(
                        layer.hasInitializer()
                                ? Optional.of(ComponentCodec.decode(who + ": initializer", layer.getInitializer()))
                                : Optional.empty(),
                        layer.hasBiasInitializer()
                                ? Optional.of(
                                        ComponentCodec.decode(who + ": bias initializer", layer.getBiasInitializer()))
                                : Optional.empty()));
    }

    /** Its one parameter is how many coefficients its activation trains for each unit, if it trains some. */
    private static StoredLayer activationLayer(String who, Layer layer) {
        String name = StoredLayer.ActivationLayer.COEFFICIENTS;
        Map<String, Object> found = ComponentCodec.decode(who, layer.getParamsList());
        long most = TrainedActivation.MOST_COEFFICIENTS;
        int coefficients = found.get(name) instanceof Long count && count >= 1 && count <= most ? count.intValue() : 0;
        Faults.require(
                found.size() == (coefficients > 0 ? 1 : 0),
                who + ": an activation layer has no parameter but " + name + " (whole number), in [1, " + most
                        + "]; found " + Faults.quoted(found.toString()));
        return activated(
                who,
                "an activation layer",
                (called, inputs, gate) -> new StoredLayer.ActivationLayer(called, inputs, gate, coefficients),
                layer);
    }

    private interface Activated {
        StoredLayer of(String name, int inputs, StoredComponent gate);
    }

    private static StoredLayer activated(String who, String what, Activated form, Layer layer) {
        Faults.require(layer.hasActivation(), who + ": " + what + " has an activation, this one has none");
        Faults.require(
                !layer.hasInitializer() && !layer.getUseBias(), who + ": " + what + " has no initializer or bias");
        requireSameWidth(who, what, layer);
        return form.of(
                layer.getName(), layer.getIn(), ComponentCodec.decode(who + ": activation", layer.getActivation()));
    }

    private static void requireSameWidth(String who, String what, Layer layer) {
        Faults.require(
                layer.getOut() == layer.getIn(),
                who + ": " + what + " keeps the width, this one makes " + layer.getOut() + " of " + layer.getIn());
    }

    /** A layer that keeps the width, holds no component and has the parameters of its kind, each of its type. */
    private static StoredLayer withoutComponents(String who, Layer layer, LayerSpec prototype) {
        String what = requireNoComponents(who, layer, prototype.kind());
        LayerSpec spec = withParameters(who, layer, prototype);
        requireSameWidth(who, what, layer);
        return new StoredLayer.WithoutComponents(layer.getName(), layer.getIn(), spec);
    }

    /** The inputs that it embeds must be there, and make the width that the file says. */
    private static StoredLayer embedding(String who, Layer layer, Supplier<LayerSpec> ofColumns) {
        try {
            LayerSpec spec = ofColumns.get();
            requireNoComponents(who, layer, spec.kind());
            LayerSpec fitted = withParameters(who, layer, spec).fitted(layer.getIn());
            Faults.require(
                    fitted.outputs(layer.getIn()) == layer.getOut(),
                    who + ": its columns make " + fitted.outputs(layer.getIn()) + " outputs, the file says "
                            + layer.getOut());
            return new StoredLayer.WithoutComponents(layer.getName(), layer.getIn(), fitted);
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw Faults.corrupt(who, e);
        }
    }

    private static LayerSpec quantities(String who, Layer layer) {
        QuantityEmbedding kind = isPeriodic(who, layer) ? new PeriodicEmbeddingSpec() : new NumericEmbeddingSpec();
        return kind.on(layer.getColumnsList());
    }

    private static boolean isPeriodic(String who, Layer layer) {
        return ComponentCodec.decode(who, layer.getParamsList()).containsValue(PeriodicEmbeddingSpec.FORM);
    }

    private static LayerSpec withParameters(String who, Layer layer, LayerSpec prototype) {
        Map<String, Object> declared = prototype.hyperparameters().values();
        Map<String, Object> found = ComponentCodec.decode(who, layer.getParamsList());
        Faults.require(
                types(found).equals(types(declared)),
                who + ": a " + prototype.kind().replace('-', ' ') + " layer has the parameters "
                        + inWords(prototype.hyperparameters()) + "; found " + Faults.quoted(found.toString()));
        try {
            return prototype.with(prototype.hyperparameters().with(prototype.kind(), found));
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt(who, e);
        }
    }

    private static String requireNoComponents(String who, Layer layer, String kind) {
        String what = "a " + kind.replace('-', ' ') + " layer";
        Faults.require(
                !layer.hasActivation() && !layer.hasInitializer() && !layer.getUseBias(),
                who + ": " + what + " has no activation, initializer or bias");
        return what;
    }

    private static String inWords(Hyperparameters declared) {
        return declared.declarations().stream()
                .map(one -> one.name() + " (" + one.kind().inWords() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> types(Map<String, Object> parameters) {
        Map<String, String> types = new TreeMap<>();
        parameters.forEach((name, value) -> types.put(name, value.getClass().getSimpleName()));
        return types;
    }

    private static void requireUnits(String who, int units) {
        Faults.require(
                units >= 1 && units <= DenseSpec.MOST_UNITS,
                who + " must be in [1, " + DenseSpec.MOST_UNITS + "], got " + Integer.toUnsignedString(units));
    }
}
