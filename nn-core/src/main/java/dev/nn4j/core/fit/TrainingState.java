// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.Optimizer;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.PlateauState;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.internal.rules.OuterMomentum;
import java.util.List;
import java.util.Optional;

/**
 * All that a training remembers at the end of an epoch: from here it goes on as if it had never stopped, bit for bit.
 * Immutable. There is no generator among it: what is drawn depends on seed, epoch and step alone.
 *
 * @param network as the epoch left it, which need not be the best
 * @param optimizer the optimizer's memory
 * @param plateau a plateau schedule's; initial for others
 * @param earlyStopping early stopping's, if it is asked for
 * @param average the running mean of the networks, where the training keeps one
 * @param history one record for each epoch so far, without times
 * @since 0.1.0
 */
public record TrainingState(
        Network network,
        OptimizerState optimizer,
        PlateauState plateau,
        Optional<EarlyStoppingState> earlyStopping,
        Optional<Network> average,
        List<EpochRecord> history) {
    /** Copies the history, and drops its times. */
    public TrainingState {
        history = history.stream().map(EpochRecord::withoutTime).toList();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).epoch() != i + 1) {
                throw new IllegalArgumentException("training state: record " + (i + 1) + " of the history is of epoch "
                        + history.get(i).epoch());
            }
        }
    }

    /** Completed epochs. */
    public int epochs() {
        return history.size();
    }

    /**
     * Passes if a training of these options and this optimizer can have led here.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public void requireOf(Optimizer rule, TrainingOptions options) {
        Optimizer stepping = options.shards() > 0 ? new OuterMomentum(options.outerMomentum()) : rule;
        optimizer.requireOf(stepping, network.spec().trainableCount());
        if (options.earlyStopping().isPresent() != earlyStopping.isPresent()) {
            throw new IllegalArgumentException("training state: early stopping is "
                    + (earlyStopping.isPresent() ? "remembered but not asked for" : "asked for but not remembered"));
        }
        boolean averages = options.averages();
        if (averages != average.isPresent()) {
            throw new IllegalArgumentException("training state: a mean of the weights is "
                    + (averages ? "asked for but not remembered" : "remembered but not asked for"));
        }
        average.ifPresent(mean -> {
            if (!mean.spec().equals(network.spec())) {
                throw new IllegalArgumentException(
                        "training state: the mean of the weights is of another network than the weights");
            }
        });
        earlyStopping.ifPresent(state -> state.requireOf(options.earlyStopping().orElseThrow(), epochs()));
    }
}
