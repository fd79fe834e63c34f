// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.api.Component;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.registry.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a model apart into what a file holds. */
final class ModelEncoder {
    private final ComponentRegistry registry;

    /** The registry tells where components come from; one that it does not hold tells that itself. */
    ModelEncoder(ComponentRegistry registry) {
        this.registry = registry;
    }

    StoredModel describe(Model model) {
        int features = model.schema().features().size();
        List<String> cells = goldenCells(model.golden(), features);
        return new StoredModel(
                network(model),
                model.schema(),
                model.inputScaler().scaling(),
                model.targetScaler().scaling(),
                cells.size() / features,
                cells,
                model.provenance(),
                Optional.empty());
    }

    /** The numbers of a model; what a checkpoint holds beside them is left at zero. */
    static Tensors tensors(Model model, StoredModel description) {
        Tensors tensors = new Tensors(TensorTable.of(description));
        float[] parameters = model.network().parameters();
        System.arraycopy(parameters, 0, tensors.parameters(), 0, parameters.length);
        setScaler(tensors, "pre", model.inputScaler());
        setScaler(tensors, "target", model.targetScaler());
        if (description.goldenRows() > 0) {
            int outputs = description.goldenRows() * description.network().outputWidth();
            tensors.set("golden/y", firstOutputs(model.golden(), outputs));
        }
        return tensors;
    }

    private StoredNetwork network(Model model) {
        NetworkSpec spec = model.network().spec();
        List<StoredLayer> layers = new ArrayList<>();
        int width = spec.inputWidth();
        for (LayerSpec layer : spec.layers()) {
            layers.add(layer("l" + layers.size(), width, layer));
            width = layer.outputs(width);
        }
        return new StoredNetwork(spec.inputWidth(), layers, component(model.loss()));
    }

    private StoredLayer layer(String name, int width, LayerSpec layer) {
        if (layer instanceof LayerSpec.Dropout dropout) {
            return new StoredLayer.Dropout(name, width, dropout.rate());
        }
        if (layer instanceof LayerSpec.BatchNormalization normalization) {
            return new StoredLayer.BatchNormalization(name, width, normalization);
        }
        if (layer instanceof LayerSpec.LayerNormalization normalization) {
            return new StoredLayer.LayerNormalization(name, width, normalization);
        }
        LayerSpec.Dense dense = (LayerSpec.Dense) layer;
        return new StoredLayer.Dense(
                name,
                width,
                dense.outputs(),
                dense.bias(),
                component(dense.activation()),
                Optional.of(component(dense.initializer())));
    }

    /** A component as a file names it. */
    StoredComponent component(Component component) {
        if (component instanceof StoredInitializer absent) {
            return absent.stored();
        }
        Origin origin = registry.originOf(component);
        return new StoredComponent(
                component.name(),
                origin.provider(),
                origin.version(),
                origin.url(),
                Component.SPI_VERSION,
                component.hyperparameters().values());
    }

    /** As many whole rows as the limit allows. */
    private static List<String> goldenCells(GoldenRows golden, int features) {
        List<String> cells = golden.cells();
        int bytes = 0;
        for (int i = 0; i < cells.size(); i++) {
            bytes += cells.get(i).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > Format.MOST_GOLDEN_BYTES) {
                return cells.subList(0, i - i % features);
            }
        }
        return cells;
    }

    private static float[] firstOutputs(GoldenRows golden, int count) {
        if (golden.outputs().size() < count) {
            throw new IllegalArgumentException("golden rows: need " + count + " outputs, there are "
                    + golden.outputs().size());
        }
        float[] outputs = new float[count];
        for (int i = 0; i < count; i++) {
            outputs[i] = golden.outputs().get(i);
        }
        return outputs;
    }

    private static void setScaler(Tensors tensors, String prefix, Scaler scaler) {
        if (scaler.scaling() != Scaling.NONE) {
            tensors.set(prefix + "/shift", scaler.shift());
            tensors.set(prefix + "/scale", scaler.scale());
        }
    }
}
