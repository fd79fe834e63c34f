// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.EarlyStopping;
import java.util.Optional;

/**
 * What early stopping remembers between two epochs.
 *
 * @param best the least cost seen, values of which more is better with their sign turned; infinite before the first
 * @param bestEpoch when it was seen, counted from 1; 0 for never
 * @param waited epochs since
 * @param bestNetwork of that epoch; empty where it is not to be restored
 * @since 0.1.0
 */
public record EarlyStoppingState(double best, int bestEpoch, int waited, Optional<Network> bestNetwork) {
    /** Refuses what no training leads to. */
    public EarlyStoppingState {
        if (Double.isNaN(best) || bestEpoch < 0 || waited < 0) {
            throw new IllegalArgumentException("early stopping: best value " + best + " of epoch " + bestEpoch + ", "
                    + waited + " epochs ago, cannot be");
        }
    }

    /** Passes if the rule leads to this state after so many epochs. */
    void requireOf(EarlyStopping rule, int epochs) {
        boolean remembers = rule.restoreBest() && bestEpoch > 0;
        if (bestEpoch + waited != epochs || bestNetwork.isPresent() != remembers) {
            throw new IllegalArgumentException("early stopping: after " + epochs + " epochs the state has best epoch "
                    + bestEpoch + ", " + waited + " epochs ago, " + (bestNetwork.isPresent() ? "with" : "without")
                    + " its network, which the rule does not lead to");
        }
    }
}
