// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import dev.nn4j.core.experiment.ExperimentValues.Place;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.ResidualBlocks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single values of layers that can be others: of one by its number, or of all that have such a value. */
final class LayerValues {
    private static final String ALL = "network.layers[*]";
    private static final String WIDTH = "outputDim";
    private static final Hyperparameter<Long> UNITS =
            Hyperparameter.integer(WIDTH, 1, Range.closed(1, DenseSpec.MOST_UNITS), "number of units");

    private final List<LayerSpec> layers;

    LayerValues(List<LayerSpec> layers) {
        this.layers = layers;
    }

    /** The values that some layer has, under the path of all that have it. */
    Map<String, Place> ofAll() {
        Map<String, Place> all = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            for (Hyperparameter<?> one : declarations(i)) {
                all.putIfAbsent(path(ALL, one.name()), new Place(one, own(i, one)));
            }
        }
        return all;
    }

    /** That of a path, if there is one: of all, the first layer's. */
    Optional<Place> place(String path) {
        Optional<Integer> first = indices(path).stream().findFirst();
        return first.flatMap(layer -> declarations(layer).stream()
                .filter(one -> one.name().equals(name(path)))
                .findFirst()
                .map(one -> new Place(one, own(layer, one))));
    }

    /** The paths of the layers that one path is about. */
    List<String> each(String path) {
        return indices(path).stream().map(layer -> path(at(layer), name(path))).toList();
    }

    /** The layers with these values. */
    List<LayerSpec> with(Map<String, Object> values) {
        if (values.isEmpty()) {
            return layers;
        }
        List<LayerSpec> changed = new ArrayList<>(layers);
        int first = layers.size();
        for (Map.Entry<String, Object> one : values.entrySet()) {
            for (int layer : indices(one.getKey())) {
                changed.set(layer, with(changed.get(layer), name(one.getKey()), one.getValue()));
                first = Math.min(first, layer);
            }
        }
        for (int behind = first + 1; behind < changed.size(); behind++) {
            changed.set(behind, ofAnyInputs(changed.get(behind)));
        }
        return changed;
    }

    private static LayerSpec with(LayerSpec layer, String name, Object value) {
        if (layer instanceof DenseSpec dense) {
            return new DenseSpec(
                    dense.inputs(),
                    Math.toIntExact((Long) value),
                    dense.activation(),
                    dense.initializer(),
                    dense.bias(),
                    dense.biasInitializer());
        }
        return layer.with(layer.hyperparameters().with(layer.kind(), Map.of(name, value)));
    }

    /** What stood there was true of the layers before that were others. */
    private static LayerSpec ofAnyInputs(LayerSpec layer) {
        return layer instanceof DenseSpec dense
                ? new DenseSpec(
                        0,
                        dense.outputs(),
                        dense.activation(),
                        dense.initializer(),
                        dense.bias(),
                        dense.biasInitializer())
                : layer;
    }

    private List<Integer> indices(String path) {
        String name = name(path);
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            boolean isNamed = path.equals(path(ALL, name)) || path.equals(path(at(i), name));
            if (isNamed && declarations(i).stream().anyMatch(one -> one.name().equals(name))) {
                indices.add(i);
            }
        }
        return indices;
    }

    /** Where a configuration has a layer. */
    private String at(int layer) {
        return ResidualBlocks.path(layers, layer);
    }

    private List<Hyperparameter<?>> declarations(int layer) {
        LayerSpec spec = layers.get(layer);
        if (spec instanceof DenseSpec) {
            return layer == output() ? List.of() : List.of(UNITS);
        }
        boolean isOfItsPlace = spec.reach() > 0;
        return isOfItsPlace ? List.of() : spec.hyperparameters().declarations();
    }

    private Object own(int layer, Hyperparameter<?> one) {
        LayerSpec spec = layers.get(layer);
        Hyperparameters values = spec.hyperparameters();
        return spec instanceof DenseSpec dense ? (Object) (long) dense.outputs() : values.get(one);
    }

    /** The layer whose width the targets decide. */
    private int output() {
        int last = layers.size() - 1;
        while (last >= 0 && !(layers.get(last) instanceof DenseSpec)) {
            last--;
        }
        return last;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String path(String layer, String name) {
        return layer + "." + name;
    }
}
