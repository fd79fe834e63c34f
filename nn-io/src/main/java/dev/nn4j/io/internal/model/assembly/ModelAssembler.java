// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.assembly;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Component;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Initializer;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.StoredComponent;
import dev.nn4j.io.internal.model.stored.StoredFile;
import dev.nn4j.io.internal.model.stored.StoredInitializer;
import dev.nn4j.io.internal.model.stored.StoredLayer;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.StoredNetwork;
import dev.nn4j.io.internal.model.stored.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a model together from a file that was found sound; here names become components. */
public final class ModelAssembler {
    private final ComponentRegistry registry;

    /** Finds components in this registry. */
    public ModelAssembler(ComponentRegistry registry) {
        this.registry = registry;
    }

    /**
     * The model of a file.
     *
     * @throws ComponentException if a component is not registered
     * @throws dev.nn4j.api.ModelFormatException if a component does not take its parameters
     */
    public Model assemble(StoredFile file) {
        StoredModel stored = file.model();
        Tensors tensors = file.tensors();
        try {
            return Model.builder(
                            stored.schema(),
                            networks(stored.network(), tensors),
                            find(ComponentKind.LOSS, "loss", stored.network().loss()))
                    .inputScaler(inputs(tensors, stored))
                    .targetScaler(scaler(tensors, "target", stored.targetScaling()))
                    .golden(new GoldenRows(stored.goldenCells(), boxed(tensors.floats("golden/y"))))
                    .provenance(stored.provenance())
                    .profile(stored.profile())
                    .conformal(stored.conformal().map(conformal -> conformal.in(tensors)))
                    .build();
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw Faults.corrupt("its parts do not fit", e);
        }
    }

    private List<Network> networks(StoredNetwork stored, Tensors tensors) {
        List<Network> networks = new ArrayList<>();
        for (List<StoredLayer> layers : stored.members()) {
            networks.add(Network.of(spec(stored.inputWidth(), layers), tensors.parameters(networks.size())));
        }
        return networks;
    }

    private NetworkSpec spec(int inputWidth, List<StoredLayer> stored) {
        LayersOfFile layersOfFile = new LayersOfFile();
        List<LayerSpec> layers =
                stored.stream().map(layer -> layer.match(layersOfFile)).toList();
        return new NetworkSpec(inputWidth, layers);
    }

    /** The layer that a file's describes, its names made components. */
    private final class LayersOfFile implements StoredLayer.Cases<LayerSpec> {
        @Override
        public LayerSpec dense(StoredLayer.Dense layer) {
            Activation activation = gate(layer.name(), layer.gate());
            return new DenseSpec(
                    layer.inputs(),
                    layer.outputs(),
                    activation,
                    layer.initializer()
                            .map(ModelAssembler.this::initializer)
                            .orElseGet(() -> registry.initializer(activation.suitableInitializer())),
                    layer.bias(),
                    layer.biasInitializer().map(ModelAssembler.this::initializer));
        }

        @Override
        public LayerSpec activation(StoredLayer.ActivationLayer layer) {
            ActivationSpec spec = new ActivationSpec(gate(layer.name(), layer.gate()));
            Faults.require(
                    spec.coefficients() == layer.coefficients(),
                    "layer " + Faults.quoted(layer.name()) + ": activation "
                            + Faults.quoted(spec.activation().name()) + " trains " + spec.coefficients()
                            + " coefficients of each unit, the file has " + layer.coefficients());
            return spec;
        }

        @Override
        public LayerSpec parametric(StoredLayer.Parametric layer) {
            return new ParametricSpec(gate(layer.name(), layer.gate()));
        }

        @Override
        public LayerSpec withoutComponents(StoredLayer.WithoutComponents layer) {
            return layer.spec();
        }
    }

    private Activation gate(String layer, StoredComponent stored) {
        return find(ComponentKind.ACTIVATION, "layer " + Faults.quoted(layer) + ": activation", stored);
    }

    private Initializer initializer(StoredComponent stored) {
        try {
            return find(ComponentKind.INITIALIZER, "initializer", stored);
        } catch (ComponentException e) {
            return new StoredInitializer(stored, e);
        }
    }

    /** The component that a file names, with the parameters it gives. */
    <C extends Component> C find(ComponentKind<C> kind, String who, StoredComponent stored) {
        C component = prototype(kind, who, stored);
        stored.requireParametersOf(component, who);
        try {
            return kind.configure(component, stored.parameters());
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt(who, e);
        }
    }

    private <C extends Component> C prototype(ComponentKind<C> kind, String who, StoredComponent stored) {
        try {
            return registry.find(kind, stored.name(), Map.of());
        } catch (ComponentException e) {
            throw new ComponentException(
                    e.reason(),
                    stored.name(),
                    "needs " + who + " " + Faults.quoted(stored.name()) + " from " + provider(stored) + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static String provider(StoredComponent stored) {
        String provider = stored.provider().isEmpty() ? "an unnamed provider" : Faults.quoted(stored.provider());
        String version = stored.providerVersion().isEmpty() ? "" : " " + Faults.printable(stored.providerVersion());
        String url = stored.providerUrl().isEmpty() ? "" : ", to be had at " + Faults.printable(stored.providerUrl());
        return provider + version + url;
    }

    private static Scaler inputs(Tensors tensors, StoredModel stored) {
        Scaler scaler = scaler(tensors, "pre", stored.inputScaling());
        return stored.scalesCategories() ? scaler.withCategories() : scaler;
    }

    private static Scaler scaler(Tensors tensors, String prefix, Scaling scaling) {
        if (scaling == Scaling.NONE) {
            return Scaler.none();
        }
        float[] shift = tensors.floats(prefix + "/shift");
        float[] scale = tensors.floats(prefix + "/scale");
        return scaling.isBounded()
                ? Scaler.smooth(shift, scale, tensors.floats(prefix + "/bound"))
                : Scaler.of(scaling, shift, scale);
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>(values.length);
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
