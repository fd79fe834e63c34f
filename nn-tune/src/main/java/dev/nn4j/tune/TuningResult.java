// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.metrics.Evaluation;
import java.util.List;
import java.util.Optional;

/**
 * What a search has found. Immutable.
 *
 * @since 0.1.0
 */
public final class TuningResult {
    private final TrialTable table;
    private final Monitor score;
    private final Best best;
    private final Optional<TrialRecord> own;
    private final HeldOut heldOut;
    private final Optional<Model> model;

    /**
     * What was chosen.
     *
     * @param members the numbers of the trials whose networks the model has
     */
    record Best(TrialRecord trial, Configuration configuration, List<Integer> members) {}

    /** Figures of rows that nothing of the search has seen. */
    record HeldOut(Optional<Evaluation> chosen, Optional<Evaluation> own) {}

    TuningResult(
            TrialTable table,
            Monitor score,
            Best best,
            Optional<TrialRecord> own,
            HeldOut heldOut,
            Optional<Model> model) {
        this.table = table;
        this.score = score;
        this.best = best;
        this.own = own;
        this.heldOut = heldOut;
        this.model = model;
    }

    /** All that was tried. */
    public TrialTable table() {
        return table;
    }

    /** What trials were judged by. */
    public Monitor score() {
        return score;
    }

    /** The trial with the best score of those that came to their end; of equals the one with the lower number. */
    public TrialRecord best() {
        return best.trial();
    }

    /** The configuration as it was given, at its end; empty if it failed. */
    public Optional<TrialRecord> own() {
        return own;
    }

    /** The best trial's configuration. */
    public Configuration configuration() {
        return best.configuration();
    }

    /** The numbers of the trials whose networks the model has, rising: the best, or those of the ensemble. */
    public List<Integer> members() {
        return best.members();
    }

    /**
     * How the networks that the search chose do on rows that nothing of it has seen, before they are trained again on all rows;
     * empty if there were none.
     */
    public Optional<Evaluation> heldOut() {
        return heldOut.chosen();
    }

    /** How the configuration as it was given does on the same rows; empty if there were none, or it failed. */
    public Optional<Evaluation> heldOutOfOwn() {
        return heldOut.own();
    }

    /** What was chosen, trained on all rows; empty if nobody asked for it. */
    public Optional<Model> model() {
        return model;
    }

    @Override
    public String toString() {
        return "TuningResult[best " + best.trial() + "]";
    }
}
