// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.PlateauState;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.training.DataDigests;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the training of a checkpoint remembers, all but its numbers, in terms that need no plugin to be present.
 *
 * @param optimizer as the file names it
 * @param optimizerArrays names of its state arrays, in its order
 * @param optimizerScalars names of its scalar state, in its order
 * @param steps done
 * @param epochs done, at least 1
 * @param learningRate the training's own
 * @param settings those that stand nowhere else, as the file has them
 * @param roles of the columns; from the settings, as the next two
 * @param options how the network is trained
 * @param fromModel whether it started from a model, not from layers of its own
 * @param plateau a plateau schedule's state; initial for others
 * @param stopping early stopping's state, if it is asked for
 * @param data what tells the data from others
 * @param ensemble the one that this is a member of, if it is
 * @param member which, counted from 1; else 0
 * @param decision by which thresholds the model is to decide, if that is said
 */
public record StoredTraining(
        StoredComponent optimizer,
        List<String> optimizerArrays,
        List<String> optimizerScalars,
        long steps,
        int epochs,
        double learningRate,
        Map<String, Object> settings,
        DataRoles roles,
        TrainingOptions options,
        boolean fromModel,
        PlateauState plateau,
        Optional<Stopping> stopping,
        DataDigests data,
        Optional<Ensemble> ensemble,
        int member,
        Optional<DecisionRule> decision) {
    /**
     * What early stopping remembers, the best weights aside.
     *
     * @param best the least cost seen
     * @param bestEpoch when, counted from 1; 0 for never
     * @param waited epochs since
     */
    public record Stopping(double best, int bestEpoch, int waited) {}

    /** Copies the lists. */
    public StoredTraining {
        optimizerArrays = List.copyOf(optimizerArrays);
        optimizerScalars = List.copyOf(optimizerScalars);
        settings = Map.copyOf(settings);
    }

    /** Whether the best epoch's weights are kept, because they may become the result. */
    public boolean remembersBest() {
        return options.earlyStopping()
                .map(rule -> rule.restoreBest() && stopping.orElseThrow().bestEpoch() > 0)
                .orElse(false);
    }

    /** Whether a mean of the weights is kept. */
    public boolean remembersAverage() {
        return options.averages();
    }

    /** The tensor of a state entry of the optimizer. */
    public static String tensorOf(String entry) {
        return "opt/" + entry;
    }
}
