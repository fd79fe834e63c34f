// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.network.NetworkSpec;
import java.util.Optional;

/** Early stopping at work: the best epoch so far, its weights, and how long ago it was. */
final class EarlyStoppingWatch {
    private final EarlyStopping rule;
    private final float[] bestParameters;
    private double best = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private int waited;

    EarlyStoppingWatch(EarlyStopping rule, int parameterCount) {
        this.rule = rule;
        this.bestParameters = new float[rule.restoreBest() ? parameterCount : 0];
    }

    /** Takes an epoch in; says whether training should stop. */
    boolean stopsAfter(EpochRecord epoch, float[] parameters) {
        double cost = epoch.cost(rule.monitor());
        if (rule.improves(cost, best)) {
            best = cost;
            bestEpoch = epoch.epoch();
            waited = 0;
            System.arraycopy(parameters, 0, bestParameters, 0, bestParameters.length);
            return false;
        }
        waited++;
        return isOver();
    }

    /** Whether training should stop, or should have stopped. */
    boolean isOver() {
        return rule.stopsAfter(bestEpoch + waited, bestEpoch);
    }

    EarlyStoppingState state(NetworkSpec spec) {
        return new EarlyStoppingState(
                best, bestEpoch, waited, restores() ? Optional.of(Network.of(spec, bestParameters)) : Optional.empty());
    }

    /** Goes on from where another run was. */
    void restore(EarlyStoppingState state) {
        best = state.best();
        bestEpoch = state.bestEpoch();
        waited = state.waited();
        state.bestNetwork()
                .ifPresent(
                        network -> System.arraycopy(network.parameters(), 0, bestParameters, 0, bestParameters.length));
    }

    /** Whether there is a best epoch whose weights are to be the result. */
    boolean restores() {
        return rule.restoreBest() && bestEpoch > 0;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    float[] bestParameters() {
        return bestParameters;
    }
}
