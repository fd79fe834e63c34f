// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.assembly;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.fit.EarlyStoppingState;
import dev.nn4j.core.fit.OptimizerState;
import dev.nn4j.core.fit.TrainingState;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.internal.model.codec.RunSettings;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.HistoryTensor;
import dev.nn4j.io.internal.model.stored.StoredFile;
import dev.nn4j.io.internal.model.stored.StoredTraining;
import dev.nn4j.io.internal.model.stored.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a checkpoint together from a file that was found sound. */
public final class CheckpointAssembler {
    private final ModelAssembler models;

    /** Finds components as models do. */
    public CheckpointAssembler(ModelAssembler models) {
        this.models = models;
    }

    /**
     * The checkpoint of a file.
     *
     * @throws dev.nn4j.api.ComponentException if a component is not registered
     * @throws ModelFormatException if the file is a model and no checkpoint, a component does not take its parameters,
     *     or the optimizer has other state than the file
     */
    public Checkpoint assemble(StoredFile file) {
        StoredTraining stored = file.model()
                .training()
                .orElseThrow(() -> new ModelFormatException(
                        Reason.NOT_A_CHECKPOINT,
                        "is a model without the state of its training, no checkpoint; give a file that"
                                + " CheckpointFile wrote (--checkpoint), or start from its weights (--init)"));
        Model model = models.assemble(file);
        Optimizer optimizer = models.find(ComponentKind.OPTIMIZER, "optimizer", stored.optimizer());
        try {
            TrainingState state = new TrainingState(
                    model.network(),
                    optimizer(stored, file.tensors()),
                    stored.plateau(),
                    stored.stopping().map(stopping -> stopping(stopping, best(stored, model, file.tensors()))),
                    average(stored, model, file.tensors()),
                    HistoryTensor.decode(stored.options(), file.tensors().doubles(HistoryTensor.NAME)));
            return new Checkpoint(model, experiment(stored, model, optimizer), state, stored.data(), stored.member());
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw Faults.corrupt("its training does not fit", e);
        }
    }

    private static Experiment experiment(StoredTraining stored, Model model, Optimizer optimizer) {
        ExperimentBuilder builder = Experiment.builder()
                .data(stored.roles())
                .scaling(model.inputScaler().scaling())
                .scaleCategories(model.inputScaler().scalesCategories())
                .targetScaling(model.targetScaler().scaling())
                .layers(stored.fromModel() ? List.of() : model.network().spec().layers())
                .loss(model.loss())
                .optimizer(optimizer, stored.learningRate())
                .options(stored.options().toBuilder()
                        .refit(stored.ensemble().isEmpty() && stored.options().refit())
                        .build());
        stored.decision().ifPresent(builder::decision);
        Experiment member = builder.build();
        return stored.ensemble()
                .map(ensemble -> member.with(RunSettings.layerValues(stored.settings()))
                        .withEnsemble(ensemble)
                        .withOptions(stored.options()))
                .orElse(member);
    }

    private static OptimizerState optimizer(StoredTraining stored, Tensors tensors) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (String name : stored.optimizerArrays()) {
            arrays.put(name, tensors.floats(StoredTraining.tensorOf(name)));
        }
        Map<String, Double> scalars = new LinkedHashMap<>();
        for (String name : stored.optimizerScalars()) {
            scalars.put(name, tensors.doubles(StoredTraining.tensorOf(name))[0]);
        }
        return OptimizerState.of(stored.steps(), arrays, scalars);
    }

    private static Optional<Network> best(StoredTraining stored, Model model, Tensors tensors) {
        return stored.remembersBest()
                ? Optional.of(Network.of(model.network().spec(), tensors.bestParameters()))
                : Optional.empty();
    }

    private static Optional<Network> average(StoredTraining stored, Model model, Tensors tensors) {
        return stored.remembersAverage()
                ? Optional.of(Network.of(model.network().spec(), tensors.averageParameters()))
                : Optional.empty();
    }

    private static EarlyStoppingState stopping(StoredTraining.Stopping stored, Optional<Network> best) {
        return new EarlyStoppingState(stored.best(), stored.bestEpoch(), stored.waited(), best);
    }
}
