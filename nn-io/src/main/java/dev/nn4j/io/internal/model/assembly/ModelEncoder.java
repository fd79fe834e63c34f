// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.assembly;

import dev.nn4j.api.Component;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
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
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.registry.Origin;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.model.stored.StoredComponent;
import dev.nn4j.io.internal.model.stored.StoredConformal;
import dev.nn4j.io.internal.model.stored.StoredInitializer;
import dev.nn4j.io.internal.model.stored.StoredLayer;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.StoredNetwork;
import dev.nn4j.io.internal.model.stored.TensorTable;
import dev.nn4j.io.internal.model.stored.Tensors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Takes a model apart into what a file holds. */
public final class ModelEncoder {
    private final ComponentRegistry registry;

    /** The registry tells where components come from; one that it does not hold tells that itself. */
    public ModelEncoder(ComponentRegistry registry) {
        this.registry = registry;
    }

    public StoredModel describe(Model model) {
        int features = model.schema().features().size();
        List<String> cells = goldenCells(model.golden(), features);
        return new StoredModel(
                network(model),
                model.schema(),
                model.inputScaler().scaling(),
                model.inputScaler().scalesCategories(),
                model.targetScaler().scaling(),
                model.conformal().map(StoredConformal::of),
                cells.size() / features,
                cells,
                model.provenance(),
                model.profile(),
                Optional.empty());
    }

    /** The numbers of a model; what a checkpoint holds beside them is left at zero. */
    public static Tensors tensors(Model model, StoredModel description) {
        Tensors tensors = new Tensors(TensorTable.of(description));
        for (int member = 0; member < model.members(); member++) {
            float[] parameters = model.networks().get(member).parameters();
            System.arraycopy(parameters, 0, tensors.parameters(member), 0, parameters.length);
        }
        setScaler(tensors, "pre", model.inputScaler());
        setScaler(tensors, "target", model.targetScaler());
        description
                .conformal()
                .ifPresent(conformal -> conformal.set(model.conformal().orElseThrow(), tensors));
        if (description.goldenRows() > 0) {
            int outputs = description.goldenRows() * description.network().outputWidth();
            tensors.set("golden/y", firstOutputs(model.golden(), outputs));
        }
        return tensors;
    }

    private StoredNetwork network(Model model) {
        List<List<StoredLayer>> members =
                model.networks().stream().map(network -> layers(network.spec())).toList();
        return new StoredNetwork(
                model.schema().inputWidth(),
                members.get(0),
                component(model.loss()),
                members.subList(1, members.size()));
    }

    private List<StoredLayer> layers(NetworkSpec spec) {
        return spec.placed().stream()
                .map(placed -> placed.spec().match(new Stored("l" + placed.index(), placed.inputs())))
                .toList();
    }

    /** A layer of this name and width, as a file describes it. */
    private final class Stored implements LayerSpec.Cases<StoredLayer> {
        private final String name;
        private final int width;

        Stored(String name, int width) {
            this.name = name;
            this.width = width;
        }

        @Override
        public StoredLayer dense(DenseSpec layer) {
            return new StoredLayer.Dense(
                    name,
                    width,
                    layer.outputs(),
                    layer.bias(),
                    component(layer.activation()),
                    new StoredLayer.InitializedBy(
                            Optional.of(component(layer.initializer())),
                            layer.biasInitializer().map(ModelEncoder.this::component)));
        }

        @Override
        public StoredLayer dropout(DropoutSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }

        @Override
        public StoredLayer batchNormalization(BatchNormalizationSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }

        @Override
        public StoredLayer layerNormalization(LayerNormalizationSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }

        @Override
        public StoredLayer activation(ActivationSpec layer) {
            return new StoredLayer.ActivationLayer(name, width, component(layer.activation()), layer.coefficients());
        }

        @Override
        public StoredLayer scale(ScaleSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }

        @Override
        public StoredLayer residual(ResidualSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }

        @Override
        public StoredLayer parametric(ParametricSpec layer) {
            return new StoredLayer.Parametric(name, width, component(layer.activation()));
        }

        @Override
        public StoredLayer periodicEmbedding(PeriodicEmbeddingSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }

        @Override
        public StoredLayer categoryEmbedding(CategoryEmbeddingSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }

        @Override
        public StoredLayer numericEmbedding(NumericEmbeddingSpec layer) {
            return new StoredLayer.WithoutComponents(name, width, layer);
        }
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
        if (scaler.scaling().isBounded()) {
            tensors.set(prefix + "/bound", scaler.bounds());
        }
    }
}
