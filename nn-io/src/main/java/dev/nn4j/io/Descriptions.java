// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.model.stored.StoredComponent;
import dev.nn4j.io.internal.model.stored.StoredFile;
import dev.nn4j.io.internal.model.stored.StoredLayer;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.StoredTraining;
import dev.nn4j.io.internal.model.stored.Tensors;
import java.util.List;
import java.util.OptionalInt;

/** Tells the content of a file in public terms. */
final class Descriptions {
    private Descriptions() {}

    static ModelDescription of(StoredFile file) {
        StoredModel model = file.model();
        List<List<LayerDescription>> members = model.network().members().stream()
                .map(layers -> layers.stream().map(Descriptions::layer).toList())
                .toList();
        return new ModelDescription(
                file.header().formatVersion(),
                file.header().producer(),
                file.header().producerVersion(),
                file.bytes(),
                file.sha256(),
                model.network().inputWidth(),
                members,
                members.stream()
                        .flatMap(List::stream)
                        .mapToLong(LayerDescription::parameterCount)
                        .sum(),
                component(model.network().loss()),
                model.schema(),
                model.inputScaling(),
                model.scalesCategories(),
                model.targetScaling(),
                model.conformal().map(conformal -> conformal.in(file.tensors())),
                model.goldenRows(),
                model.provenance(),
                model.profile(),
                tensors(file.tensors()),
                model.training().map(Descriptions::training));
    }

    private static TrainingDescription training(StoredTraining training) {
        return new TrainingDescription(
                training.epochs(),
                training.steps(),
                component(training.optimizer()),
                training.learningRate(),
                training.options(),
                training.stopping()
                        .filter(stopping -> stopping.bestEpoch() > 0)
                        .map(stopping -> OptionalInt.of(stopping.bestEpoch()))
                        .orElse(OptionalInt.empty()),
                training.data(),
                training.ensemble(),
                training.member());
    }

    private static LayerDescription layer(StoredLayer layer) {
        return new LayerDescription(
                layer.name(),
                layer.kind(),
                layer.inputs(),
                layer.outputs(),
                layer.bias(),
                layer.parameterCount(),
                layer.parameters(),
                layer.activation().map(Descriptions::component),
                layer.initializer().map(Descriptions::component),
                layer.biasInitializer().map(Descriptions::component));
    }

    private static ComponentDescription component(StoredComponent component) {
        return new ComponentDescription(
                component.name(),
                component.parameters(),
                component.provider(),
                component.providerVersion(),
                component.providerUrl());
    }

    private static List<TensorDescription> tensors(Tensors tensors) {
        return tensors.specs().stream()
                .map(spec -> new TensorDescription(spec, tensors.of(spec)))
                .toList();
    }
}
