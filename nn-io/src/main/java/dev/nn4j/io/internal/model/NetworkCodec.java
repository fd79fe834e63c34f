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
import java.util.Optional;
import java.util.Set;

/** Architectures, from and to the file. */
final class NetworkCodec {
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
                .setKind(layer instanceof StoredLayer.Dense ? LayerKind.DENSE : LayerKind.DROPOUT)
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
        Faults.require(
                !layer.hasActivation() && !layer.hasInitializer() && !layer.getUseBias(),
                who + ": a dropout layer has no activation, initializer or bias");
        Faults.require(
                layer.getOut() == layer.getIn(),
                who + ": a dropout layer keeps the width, this one makes " + layer.getOut() + " of " + layer.getIn());
        Map<String, Object> parameters = ComponentCodec.decode(who, layer.getParamsList());
        Object rate = parameters.get(StoredLayer.Dropout.RATE);
        if (parameters.size() != 1 || !(rate instanceof Double value)) {
            throw Faults.corrupt(who + ": a dropout layer has one parameter, the number rate; found "
                    + Faults.quoted(parameters.toString()));
        }
        try {
            return new StoredLayer.Dropout(layer.getName(), layer.getIn(), new LayerSpec.Dropout(value).rate());
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
