// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That a training gives several networks as one model, which answers with the mean of their outputs. They see the data
 * through one preprocessing, fitted to all rows that any of them learns from, and each starts and goes its way by a seed of
 * its own, drawn from the training's.
 *
 * @param kind what rows each member learns from
 * @param members how many networks are trained, 2 to {@value Model#MOST_MEMBERS}
 * @param choice which of them the model has; all but of a pack
 * @param draws what the members of a pack draw, in the order of their paths; empty for what an {@link Experiment} takes then
 * @since 0.1.0
 */
public record Ensemble(Kind kind, int members, Choice choice, Optional<List<Draw>> draws) {
    /** How many networks there are where nothing is said of it. */
    public static final int USUAL_MEMBERS = 5;

    /** How many a pack has where nothing is said of it. */
    public static final int USUAL_PACK = 8;

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
        SEEDS,
        /**
         * As seeds, and each member but the first draws some of the experiment's values for itself, by the seed and its
         * number. Some may be left out of the model, see {@link Choice}. Kadra et al., <i>Well-tuned Simple Nets Excel on
         * Tabular Datasets</i>, 2021, show what such values are worth; Caruana et al., <i>Ensemble Selection from Libraries
         * of Models</i>, 2004, choose among networks that have them.
         */
        PACK;

        /** As configurations say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Which of the networks that are trained make the model.
     *
     * @since 0.1.0
     */
    public enum Choice {
        /**
         * The better half on the validation rows, and then again and again the one with which the mean of those chosen is best on
         * them, as long as it does not become worse. Those that stand badly leave before: after 1/15, 3/15 and 7/15 of the
         * epochs the worse quarter of those still there, rounded down.
         */
        GREEDY,
        /** All of them, and none leaves. */
        ALL;

        /** As configurations say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Refuses too few or too many members, and of what is no pack a choice or draws; brings draws in order.
     *
     * @throws ConfigurationException if so, or if two draws are of one path
     */
    public Ensemble {
        draws = draws.map(list -> list.stream().sorted().toList());
        draws.ifPresent(Ensemble::requireDifferent);
        if (kind != Kind.PACK && draws.isPresent()) {
            throw new ConfigurationException(Draw.PATH, "is for the kind \"pack\", this is of " + kind.word());
        }
        if (kind != Kind.PACK && choice != Choice.ALL) {
            throw new ConfigurationException(
                    PATH + "choose", "is for the kind \"pack\", this is of " + kind.word() + "; leave it out");
        }
        if (members < 2 || members > Model.MOST_MEMBERS) {
            throw new ConfigurationException(
                    PATH + "members",
                    "must be in [2, " + Model.MOST_MEMBERS + "], got " + members
                            + (members == 1 ? "; leave the ensemble out for one network" : ""));
        }
    }

    private static void requireDifferent(List<Draw> draws) {
        Set<String> paths = new HashSet<>();
        for (Draw draw : draws) {
            if (!paths.add(draw.path())) {
                throw Draw.fault(draw.path(), "is there twice; leave one of them out");
            }
        }
    }

    /** One of a kind, with what is usual for it; a pack chooses greedily. */
    public Ensemble(Kind kind, int members) {
        this(kind, members, kind == Kind.PACK ? Choice.GREEDY : Choice.ALL, Optional.empty());
    }

    /** The networks of a cross-validation with so many folds. */
    public static Ensemble ofFolds(int members) {
        return new Ensemble(Kind.FOLDS, members);
    }

    /** So many networks that differ by their seeds. */
    public static Ensemble ofSeeds(int members) {
        return new Ensemble(Kind.SEEDS, members);
    }

    /** So many networks that draw what suits the experiment, of which some are chosen. */
    public static Ensemble ofPack(int members) {
        return new Ensemble(Kind.PACK, members);
    }

    /** So many networks that draw this, of which some are chosen. */
    public static Ensemble ofPack(int members, List<Draw> draws) {
        return new Ensemble(Kind.PACK, members, Choice.GREEDY, Optional.of(draws));
    }

    /** How many networks a kind has where nothing is said of it. */
    public static int usualMembers(Kind kind) {
        return kind == Kind.PACK ? USUAL_PACK : USUAL_MEMBERS;
    }

    /** The same with these draws. */
    Ensemble drawing(List<Draw> those) {
        return new Ensemble(kind, members, choice, Optional.of(those));
    }

    /** As single values, each under the path that a configuration has for it. */
    SortedMap<String, Object> settings() {
        SortedMap<String, Object> settings = new TreeMap<>();
        settings.put(PATH + "kind", kind.word());
        settings.put(PATH + "members", (long) members);
        if (kind == Kind.PACK) {
            settings.put(PATH + "choose", choice.word());
        }
        List<Draw> all = draws.orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            String path = Draw.PATH + "[" + i + "].";
            all.get(i).settings().forEach((name, value) -> settings.put(path + name, value));
        }
        return settings;
    }
}
