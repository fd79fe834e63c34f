// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/**
 * How much a recipe spends: as much as the preset says, bounded by the rows there are.
 *
 * @param preset how much is asked for
 * @param learnt what is learnt
 * @param rows to learn from
 * @param leastLabel rows of the rarest label; as many as there are rows where numbers are learnt
 * @param division where the rows come from that a training does not learn from
 */
record Spending(Preset preset, Template learnt, long rows, long leastLabel, HoldOut division) {
    /** With fewer rows than this each of them is needed to learn from. */
    private static final long FEWEST_ROWS_TO_VALIDATE = 50;

    private static final long FEWEST_ROWS = 100;
    /** With fewer rows than this batches are smaller. */
    private static final long VERY_FEW_ROWS = 500;
    /** With fewer rows than this steps are smaller. */
    private static final long FEW_ROWS = 1000;
    /** With fewer rows than this an epoch's accuracy is much a matter of chance. */
    private static final long ENOUGH_ROWS_FOR_ACCURACY = 2500;
    /** With more rows than this epochs become fewer, so that the steps do not grow with the rows. */
    private static final long MANY_ROWS = 20_000;
    /** With more rows than this those that validate are not missed, and so many are enough. */
    private static final long VERY_MANY_ROWS = 100_000;

    private static final long ENOUGH_ROWS_TO_VALIDATE = 20_000;
    private static final int FEWEST_EPOCHS = 8;
    private static final int MOST_EPOCHS = 100;
    /** Numbers of enough rows are learnt in a shorter course; a longer one learns the noise of the rows. */
    private static final int MOST_EPOCHS_FOR_NUMBERS = 40;
    /** Where accuracy keeps an epoch, a later one is often better. */
    private static final int MOST_EPOCHS_BY_ACCURACY = 150;

    /** With fewer rows than this a fifth of them says little of how long to train. */
    private static final long FEW_ROWS_TO_ASK_ONCE = 3000;

    /** With fewer rows than this wider layers learn them by heart. */
    private static final long ENOUGH_ROWS_FOR_WIDTH = 3000;

    private static final int FOLDS_OF_GOOD = 5;

    private static final int FEWEST_FAST_EPOCHS = 4;
    private static final int MOST_FAST_EPOCHS = 40;

    /**
     * What is set in the end of what a preset proposes.
     *
     * @param epochs at most
     * @param validationFraction the share of the rows set aside
     * @param refits whether it ends with a training on all rows
     * @param otherMembers whether there are other networks than were proposed
     * @param otherLayers whether these are of other layers
     */
    record Settings(int epochs, double validationFraction, boolean refits, boolean otherMembers, boolean otherLayers) {
        /**
         * That of a configuration.
         *
         * @param set in the end
         * @param proposed by the preset
         */
        static Settings of(JsonNode set, JsonNode proposed) {
            JsonNode training = set.path("training");
            return new Settings(
                    training.path("epochs").asInt(),
                    training.path("validationFraction").asDouble(),
                    training.path("refit").asBoolean(),
                    !set.path("ensemble").equals(proposed.path("ensemble")),
                    !set.path("network").equals(proposed.path("network")));
        }
    }

    /** Two labels are told apart as well by two layers as by three, in less time; more labels and numbers are not. */
    int hiddenLayers() {
        return learnt == Template.BINARY ? 2 : 3;
    }

    /** Twice as many make the mean of networks better, at twice the cost, but not of two labels, nor where rows are few. */
    int units() {
        return switch (preset) {
            case FAST -> 64;
            case GOOD -> 128;
            case BEST -> rows < ENOUGH_ROWS_FOR_WIDTH || learnt == Template.BINARY ? 128 : 256;
        };
    }

    int epochs() {
        boolean fast = preset == Preset.FAST;
        int usual = fast ? MOST_FAST_EPOCHS : MOST_EPOCHS;
        long affordable = Math.max(usual, most()) * MANY_ROWS / Math.max(rows, MANY_ROWS);
        return (int) Math.max(fast ? FEWEST_FAST_EPOCHS : FEWEST_EPOCHS, Math.min(most(), affordable));
    }

    private int most() {
        if (preset == Preset.FAST) {
            return MOST_FAST_EPOCHS;
        }
        if (learnsNumbers() && !hasFewRows()) {
            return MOST_EPOCHS_FOR_NUMBERS;
        }
        return keepsByAccuracy() ? MOST_EPOCHS_BY_ACCURACY : MOST_EPOCHS;
    }

    /**
     * How many networks there are, each trained on all folds but one; 1 for one division of the rows. Where rows are few, the
     * best has more, since each learns from nine tenths of them, and the good asks five for how long it is to train one network on
     * all rows: a fifth of few rows hardly knows.
     */
    int folds() {
        if (division != HoldOut.SUITABLE || preset == Preset.FAST || !validates() || leastLabel < 2) {
            return 1;
        }
        if (preset == Preset.GOOD) {
            return rows < FEW_ROWS_TO_ASK_ONCE ? FOLDS_OF_GOOD : 1;
        }
        return rows < MANY_ROWS ? 10 : rows <= VERY_MANY_ROWS ? 5 : 3;
    }

    private boolean isGiven() {
        return division == HoldOut.GIVEN;
    }

    private boolean learnsNumbers() {
        return learnt == Template.REGRESSION;
    }

    /** Rows to a step where batches as large as elsewhere would leave an epoch one or two of them. */
    OptionalInt batch() {
        if (rows >= VERY_FEW_ROWS) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(rows < FEWEST_ROWS ? 16 : 32);
    }

    /** Whether an epoch has few steps, and the rows that validate are few too. */
    boolean hasFewRows() {
        return rows < FEW_ROWS;
    }

    /**
     * Whether the epoch of the best accuracy is kept, and what it gives calibrated. Several labels are told apart better long
     * after probabilities have become too sure of themselves, and a temperature mends that; but accuracy says little where
     * few rows validate.
     */
    boolean keepsByAccuracy() {
        return learnt == Template.MULTICLASS && rows >= ENOUGH_ROWS_FOR_ACCURACY && validates();
    }

    /** Whether rows that are not learnt from say when to stop. */
    boolean validates() {
        return isGiven() || rows >= FEWEST_ROWS_TO_VALIDATE;
    }

    /** The share of the rows set aside; 0 where folds take turns or others are given. */
    double validationFraction() {
        if (isGiven() || !validates() || folds() > 1) {
            return 0;
        }
        return rows <= VERY_MANY_ROWS ? 0.2 : Math.max(0.01, Math.rint(100.0 * ENOUGH_ROWS_TO_VALIDATE / rows) / 100);
    }

    /** Whether one network is trained on all rows in the end. */
    boolean refits() {
        boolean keepsFolds = preset == Preset.BEST && folds() > 1;
        boolean setsAside = validationFraction() > 0 || folds() > 1;
        return preset != Preset.FAST && setsAside && !keepsFolds && rows <= VERY_MANY_ROWS;
    }

    /** What is done, for who waits. */
    String inWords() {
        return inWords(new Settings(epochs(), validationFraction(), refits(), false, false));
    }

    /**
     * What is done where some of it was set otherwise.
     *
     * @param spent what is set in the end
     */
    String inWords(Settings spent) {
        String networks = spent.otherMembers()
                ? "networks as they are set,"
                : folds() > 1 ? folds() + " networks, each on all folds but one," : "one network";
        String size = spent.otherLayers() ? "" : " of " + hiddenLayers() + " × " + units() + " units";
        String separator = networks.endsWith(",") && size.isEmpty() ? " " : ", ";
        return "preset " + preset.word() + ": " + networks + size + separator + (validates() ? "at most " : "")
                + spent.epochs() + (spent.epochs() == 1 ? " epoch of " : " epochs of ") + learntRows(spent) + " rows"
                + (spent.refits() ? ", then " + (folds() > 1 ? "one" : "again") + " on all " + rows : "");
    }

    private long learntRows(Settings spent) {
        return folds() > 1 && !spent.otherMembers()
                ? rows - rows / folds()
                : rows - Math.round(rows * spent.validationFraction());
    }
}
