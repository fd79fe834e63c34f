// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.MemberTrainer;
import java.util.Optional;

/**
 * Trains trials of a search elsewhere, as tasks of a cluster do; see {@link Tuning#withTrainer}. Safe for several threads.
 *
 * @since 0.1.0
 */
public interface TrialTrainer {
    /** How many trials it trains at once, at least 1: so many threads call it. */
    int atOnce();

    /**
     * Has one training of a trial go on, and waits for it: {@link Tuning#train} on the same rows.
     *
     * @return where it then stands; empty if it diverges, which the search then finds by itself
     */
    Optional<Checkpoint> train(TrialCall call);

    /**
     * Who trains the members of an ensemble that was chosen, on all rows.
     *
     * @param experiment that has the ensemble
     * @return nobody by default, so that this machine does
     */
    default Optional<MemberTrainer> members(Experiment experiment) {
        return Optional.empty();
    }
}
