// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.io.internal.proto.DType;
import dev.nn4j.io.internal.proto.Layer;
import dev.nn4j.io.internal.proto.LayerKind;
import dev.nn4j.io.internal.proto.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Architectures, from and to the file. */
final class NetworkCodec {
    private static final Map<String, LayerKind> KINDS = Map.of(
            "dense",
            LayerKind.DENSE,
            "dropout",
            LayerKind.DROPOUT,
            LayerSpec.BatchNormalization.KIND,
            LayerKind.BATCH_NORM,
            LayerSpec.LayerNormalization.KIND,
            LayerKind.LAYER_NORM);

    private NetworkCodec() {}

    static Network encode(StoredNetwork network) {
        Network.Builder encoded = Network.newBuilder()
                .setInputWidth(network.inputWidth())
                .setLoss(ComponentCodec.encode(network.loss()))
                .setComputeDtype(DType.F32);
        network.layers().forEach(layer -> encoded.addLayers(encode(layer)));
        return encoded.build();
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
        return encoded.build();
    }

    /** An architecture whose layers are known, named apart and fit each other. */
    static StoredNetwork decode(Network network) {
        Faults.require(
                network.getComputeDtype() == DType.F32,
                "network: numbers must be computed as F32, the file says " + network.getComputeDtypeValue());
        Faults.require(network.hasLoss(), "network: there is no loss");
        int count = network.getLayersCount();
        Faults.require(
                count >= 1 && count <= NetworkSpec.MOST_LAYERS,
                "network: layers must be 1 to " + NetworkSpec.MOST_LAYERS + ", there are " + count);
        requireUnits("network: input width", network.getInputWidth());
        StoredNetwork decoded = new StoredNetwork(
                network.getInputWidth(), layers(network), ComponentCodec.decode("loss", network.getLoss()));
        Faults.require(
                decoded.layers().stream().anyMatch(StoredLayer.Dense.class::isInstance),
                "network: there is no dense layer");
        return decoded;
    }

    private static List<StoredLayer> layers(Network network) {
        List<StoredLayer> layers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int width = network.getInputWidth();
        for (Layer layer : network.getLayersList()) {
            String who = "layer " + Faults.quoted(Names.required("a layer", layer.getName()));
            Faults.require(names.add(layer.getName()), who + ": the name is there twice");
            Faults.require(
                    layer.getIn() == width,
                    who + ": takes " + Integer.toUnsignedString(layer.getIn()) + " inputs, what is before it gives "
                            + width);
            requireUnits(who + ": output width", layer.getOut());
            layers.add(decode(who, layer));
            width = layer.getOut();
        }
        return layers;
    }

    private static StoredLayer decode(String who, Layer layer) {
        return switch (layer.getKind()) {
            case DENSE -> dense(who, layer);
            case DROPOUT -> dropout(who, layer);
            case BATCH_NORM -> batchNormalization(who, layer);
            case LAYER_NORM -> layerNormalization(who, layer);
            case LAYER_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw Faults.corrupt(who + ": layer kind " + layer.getKindValue() + " is unknown to this version");
        };
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
                layer.hasInitializer()
                        ? Optional.of(ComponentCodec.decode(who + ": initializer", layer.getInitializer()))
                        : Optional.empty());
    }

    private static StoredLayer dropout(String who, Layer layer) {
        List<Double> rate = numbers(who, "a dropout layer", layer, StoredLayer.Dropout.RATE);
        return checked(
                who,
                () -> new StoredLayer.Dropout(
                        layer.getName(), layer.getIn(), new LayerSpec.Dropout(rate.get(0)).rate()));
    }

    private static StoredLayer batchNormalization(String who, Layer layer) {
        List<Double> values = numbers(
                who,
                "a batch normalisation layer",
                layer,
                StoredLayer.BatchNormalization.EPSILON,
                StoredLayer.BatchNormalization.MOMENTUM);
        return checked(
                who,
                () -> new StoredLayer.BatchNormalization(
                        layer.getName(),
                        layer.getIn(),
                        new LayerSpec.BatchNormalization(values.get(0), values.get(1))));
    }

    private static StoredLayer layerNormalization(String who, Layer layer) {
        List<Double> values =
                numbers(who, "a layer normalisation layer", layer, StoredLayer.LayerNormalization.EPSILON);
        return checked(
                who,
                () -> new StoredLayer.LayerNormalization(
                        layer.getName(), layer.getIn(), new LayerSpec.LayerNormalization(values.get(0))));
    }

    /** The parameters of a layer that keeps the width, holds no component and has these numbers. */
    private static List<Double> numbers(String who, String what, Layer layer, String... names) {
        Faults.require(
                !layer.hasActivation() && !layer.hasInitializer() && !layer.getUseBias(),
                who + ": " + what + " has no activation, initializer or bias");
        Faults.require(
                layer.getOut() == layer.getIn(),
                who + ": " + what + " keeps the width, this one makes " + layer.getOut() + " of " + layer.getIn());
        Map<String, Object> parameters = ComponentCodec.decode(who, layer.getParamsList());
        List<Double> numbers = new ArrayList<>();
        for (String name : names) {
            if (parameters.size() == names.length && parameters.get(name) instanceof Double value) {
                numbers.add(value);
            }
        }
        Faults.require(
                numbers.size() == names.length,
                who + ": " + what + " has " + expected(names) + "; found " + Faults.quoted(parameters.toString()));
        return numbers;
    }

    private static String expected(String... names) {
        return names.length == 1
                ? "one parameter, the number " + names[0]
                : names.length + " parameters, the numbers " + String.join(" and ", names);
    }

    private static StoredLayer checked(String who, Supplier<StoredLayer> layer) {
        try {
            return layer.get();
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt(who, e);
        }
    }

    private static void requireUnits(String who, int units) {
        Faults.require(
                units >= 1 && units <= LayerSpec.Dense.MOST_UNITS,
                who + " must be in [1, " + LayerSpec.Dense.MOST_UNITS + "], got " + Integer.toUnsignedString(units));
    }
}
