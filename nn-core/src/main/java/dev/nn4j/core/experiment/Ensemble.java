// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That a training gives several networks as one model, which answers with the mean of their outputs. They see the data
 * through one preprocessing, fitted to all rows that any of them learns from, and each starts and goes its way by a seed of
 * its own, drawn from the training's.
 *
 * @param kind what rows each member learns from
 * @param members how many networks, 2 to {@value Model#MOST_MEMBERS}
 * @since 0.1.0
 */
public record Ensemble(Kind kind, int members) {
    /** How many networks there are where nothing is said of it. */
    public static final int USUAL_MEMBERS = 5;

    private static final String PATH = "ensemble.";

    /**
     * What rows each member learns from.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /**
         * The networks of a cross-validation: rows are dealt out in as many folds as there are members, classes in
         * proportion, and each member learns from all folds but its own, on which it is validated. So every row is learnt
         * from, and for every row there is the answer of a member that has not seen it. Breiman, <i>Bagging Predictors</i>,
         * 1996, and <i>Stacked Regressions</i>, of the same year, have such sets.
         */
        FOLDS,
        /** All members learn from the same rows and are validated on the same; they differ by chance. */
        SEEDS;

        /** As configurations say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Refuses too few or too many members.
     *
     * @throws ConfigurationException if so
     */
    public Ensemble {
        if (members < 2 || members > Model.MOST_MEMBERS) {
            throw new ConfigurationException(
                    PATH + "members",
                    "must be in [2, " + Model.MOST_MEMBERS + "], got " + members
                            + (members == 1 ? "; leave the ensemble out for one network" : ""));
        }
    }

    /** The networks of a cross-validation with so many folds. */
    public static Ensemble ofFolds(int members) {
        return new Ensemble(Kind.FOLDS, members);
    }

    /** So many networks that differ by their seeds. */
    public static Ensemble ofSeeds(int members) {
        return new Ensemble(Kind.SEEDS, members);
    }

    /** As single values, each under the path that a configuration has for it. */
    SortedMap<String, Object> settings() {
        SortedMap<String, Object> settings = new TreeMap<>();
        settings.put(PATH + "kind", kind.word());
        settings.put(PATH + "members", (long) members);
        return settings;
    }
}
