// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.assembly;

import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EarlyStoppingState;
import dev.nn4j.core.fit.OptimizerState;
import dev.nn4j.core.fit.TrainingState;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.internal.model.codec.RunSettings;
import dev.nn4j.io.internal.model.stored.HistoryTensor;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.StoredTraining;
import dev.nn4j.io.internal.model.stored.Tensors;
import java.util.List;
import java.util.Map;

/** Takes a checkpoint apart into what a file holds: a model, and what its training remembers. */
public final class CheckpointEncoder {
    private final ModelEncoder models;

    public CheckpointEncoder(ModelEncoder models) {
        this.models = models;
    }

    public StoredModel describe(Checkpoint checkpoint) {
        return models.describe(checkpoint.model()).withTraining(training(checkpoint));
    }

    private StoredTraining training(Checkpoint checkpoint) {
        Experiment experiment = checkpoint.experiment();
        TrainingState state = checkpoint.state();
        return new StoredTraining(
                models.component(experiment.optimizer()),
                state.optimizer().arrayNames(),
                List.copyOf(state.optimizer().scalars().keySet()),
                state.optimizer().step(),
                state.epochs(),
                experiment.learningRate(),
                RunSettings.of(checkpoint),
                experiment.data(),
                experiment.options(),
                experiment.layers().isEmpty(),
                state.plateau(),
                state.earlyStopping().map(CheckpointEncoder::stopping),
                checkpoint.data(),
                experiment.ensemble(),
                checkpoint.member(),
                experiment.decision());
    }

    private static StoredTraining.Stopping stopping(EarlyStoppingState state) {
        return new StoredTraining.Stopping(state.best(), state.bestEpoch(), state.waited());
    }

    public static Tensors tensors(Checkpoint checkpoint, StoredModel description) {
        Tensors tensors = ModelEncoder.tensors(checkpoint.model(), description);
        TrainingState state = checkpoint.state();
        OptimizerState optimizer = state.optimizer();
        for (String name : optimizer.arrayNames()) {
            tensors.set(StoredTraining.tensorOf(name), optimizer.array(name));
        }
        for (Map.Entry<String, Double> scalar : optimizer.scalars().entrySet()) {
            tensors.set(StoredTraining.tensorOf(scalar.getKey()), new double[] {scalar.getValue()});
        }
        state.earlyStopping()
                .map(EarlyStoppingState::bestNetwork)
                .flatMap(best -> best)
                .ifPresent(best -> copy(best, tensors.bestParameters()));
        state.average().ifPresent(mean -> copy(mean, tensors.averageParameters()));
        tensors.set(
                HistoryTensor.NAME, HistoryTensor.encode(checkpoint.experiment().options(), state.history()));
        return tensors;
    }

    private static void copy(Network network, float[] into) {
        float[] parameters = network.parameters();
        System.arraycopy(parameters, 0, into, 0, parameters.length);
    }
}
