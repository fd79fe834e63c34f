// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.rules.LayerText;
import dev.nn4j.core.internal.rules.LossFit;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import java.util.List;

/** Checks that an experiment's network fits its data and its loss, and says why where it does not. */
final class NetworkFit {
    private final Experiment experiment;
    private final Schema schema;

    NetworkFit(Experiment experiment, Schema schema) {
        this.experiment = experiment;
        this.schema = schema;
    }

    /** The architecture for the data's features. */
    NetworkSpec spec() {
        if (experiment.layers().isEmpty()) {
            throw new ConfigurationException("network", "is missing; give its layers, or a model to start from");
        }
        requireIndicesRead();
        NetworkSpec spec =
                new NetworkSpec(schema.inputWidth(), ColumnLayers.in(experiment.layers(), schema.features()));
        requireOutputs(spec);
        LossFit.requireRange(spec, experiment.loss());
        return spec;
    }

    /** Passes if the model's architecture and task are what the experiment repeats of them. */
    void requireSame(Model initial) {
        if (initial.members() > 1) {
            throw new ConfigurationException(
                    "network",
                    "must be one network to start from, the model is an ensemble of " + initial.members()
                            + "; give a model of one, such as a member of it");
        }
        if (initial.schema().task() != experiment.task()) {
            throw new ConfigurationException(
                    "loss",
                    experiment.loss().name() + " makes this a "
                            + experiment.task().word() + " task, the model to start from is for "
                            + initial.schema().task().word());
        }
        if (!initial.schema().distribution().equals(experiment.loss().distribution())) {
            throw new ConfigurationException(
                    "loss",
                    experiment.loss().name() + " takes other outputs of each target than "
                            + initial.loss().name() + " of the model to start from; give a loss that takes the same");
        }
        if (!experiment.layers().isEmpty() && !repeats(initial.network().spec())) {
            throw new ConfigurationException(
                    "network",
                    "must be left out or equal that of the model to start from: "
                            + described(initial.network().spec()));
        }
        LossFit.requireRange(initial.network().spec(), experiment.loss());
    }

    /** An index is a name and not a quantity: no other layer can make anything of it. */
    private void requireIndicesRead() {
        boolean reads = experiment.layers().get(0) instanceof CategoryEmbeddingSpec;
        List<String> indexed = schema.features().stream()
                .filter(feature -> feature.indices() > 0)
                .map(Feature::name)
                .toList();
        if (!indexed.isEmpty() && !reads) {
            throw new ConfigurationException(
                    "network.layers[0]",
                    "must be a " + CategoryEmbeddingSpec.KIND + ", which makes numbers of the index that '"
                            + indexed.get(0)
                            + "' is encoded as, got "
                            + experiment.layers().get(0).kind()
                            + "; put {\"type\": \"" + CategoryEmbeddingSpec.KIND
                            + "\"} in front, or encode it one-hot");
        }
    }

    private void requireOutputs(NetworkSpec spec) {
        if (spec.outputWidth() != schema.detailWidth()) {
            throw new ConfigurationException(
                    LossFit.lastLayer(spec) + ".outputDim",
                    "must be " + schema.detailWidth() + ", " + outputsExplained() + ", got " + spec.outputWidth());
        }
    }

    private String outputsExplained() {
        String loss = experiment.loss().name() + " on ";
        return switch (schema.task()) {
            case BINARY -> loss + "two labels takes the probability of one of them";
            case MULTICLASS ->
                loss + "labels takes one output for each of " + schema.labels().size();
            case REGRESSION, MULTILABEL -> loss + schema.targets() + " takes " + outputsOfEach() + " for each target";
        };
    }

    private String outputsOfEach() {
        int each = schema.distribution().outputs();
        return each == 1
                ? "one output"
                : each + " outputs (" + String.join(", ", schema.distribution().names()) + ")";
    }

    private boolean repeats(NetworkSpec model) {
        List<LayerSpec> given = ColumnLayers.in(experiment.layers(), schema.features());
        return described(new NetworkSpec(model.inputWidth(), given)).equals(described(model));
    }

    /** All that decides the architecture; how weights once started does not. */
    private static String described(NetworkSpec spec) {
        LayerText text = new LayerText(false);
        return spec.inputWidth() + " inputs, "
                + spec.layers().stream().map(layer -> layer.match(text)).toList();
    }
}
