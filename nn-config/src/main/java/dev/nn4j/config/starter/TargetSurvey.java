// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.cell.Labels;
import dev.nn4j.core.cell.NumberCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a target column holds: labels or numbers. */
final class TargetSurvey {
    /** More different whole numbers than this are numbers, not labels. */
    private static final int MOST_NUMERIC_LABELS = 20;
    /** So few different whole numbers are labels however they are spread. */
    private static final int FEW_NUMERIC_LABELS = 10;
    /** Labels are about as frequent as each other; what counts or measures has a middle. */
    private static final int MOST_UNEVEN = 5;
    /** Whole numbers that repeat less often than this are numbers, not labels. */
    private static final int FEWEST_ROWS_TO_LABEL = 5;
    /** What is there once cannot be learnt and seen again. */
    private static final int FEWEST_ROWS_OF_A_LABEL = 2;
    /** Nobody tells so many labels apart; the count stops here to spare memory. */
    private static final int MOST_LABELS = 10_000;

    private static final double MOST_EXACT = 1e15;

    private final String column;
    private final Map<String, Integer> labels = new HashMap<>();
    private final NumberSurvey formats = new NumberSurvey();
    private final Misfits noNumbers = new Misfits();
    private long rows;
    private boolean whole = true;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private Optional<DataException> noNumber = Optional.empty();
    private Location first = new Location("", 1, 1);
    private final TargetGapSurvey gaps;
    private final Map<String, Integer> words = new TreeMap<>();

    TargetSurvey(String column) {
        this.column = column;
        gaps = new TargetGapSurvey(column);
    }

    void add(String cell, Location where) {
        if (!gaps.take(cell, where)) {
            add(cell, 1, where);
        }
    }

    private void add(String cell, int times, Location where) {
        first = rows == 0 ? where : first;
        rows += times;
        if (labels.size() <= MOST_LABELS) {
            labels.merge(cell, times, Integer::sum);
        }
        formats.add(cell, NumberCell.isNumber(cell), where);
        number(cell, where);
    }

    /**
     * Decides, when all cells are there, what says that there is no target: beside numbers more texts than beside labels.
     *
     * @throws DataException if what would be left out may well be a label, or nothing else is there
     */
    void settle() {
        if (!areGaps()) {
            gaps.own().forEach((text, count) -> add(text, count, gaps.placeOfOwn(text)));
            words.putAll(gaps.labels(rows));
            words.forEach((word, count) -> add(word, count, gaps.firstPlace()));
        }
        gaps.require(rows);
    }

    /** What says that there is no target, beside the usual marks, with how often. */
    Map<String, Integer> ownMarks() {
        return areGaps() ? gaps.own() : Map.of();
    }

    /** Labels that read like a mark of a missing value, with how often they are there. */
    Map<String, Integer> words() {
        return words;
    }

    /**
     * The error that such a label is where a word cannot be both.
     *
     * @param other column in which it says that there is no value
     */
    DataException wordIsTaken(String other) {
        return new DataException(
                gaps.firstPlace(),
                "target '" + column + "' says " + MarkSurvey.told(words, rows + missing()) + ", which in column '"
                        + other + "' says that there is no value; name the label otherwise");
    }

    /** How many rows have no target. */
    long missing() {
        return gaps.count()
                - words.values().stream().mapToInt(count -> count).sum()
                + ownMarks().values().stream().mapToInt(count -> count).sum();
    }

    private boolean areGaps() {
        return rows > 0 && holdsNumbers();
    }

    /** What it is taken for: labels also where it holds numbers but for slips. */
    SurveyedColumn surveyed() {
        boolean numbers = holdsNumbers() && !holdsNumericLabels();
        JsonMembers said = numbers
                ? described().with("type", "number")
                : JsonMembers.none().with("type", "category");
        Optional<String> remark = numbers ? remark() : remarks().stream().findFirst();
        return new SurveyedColumn(
                SurveyedColumn.Reading.of(
                        column, said, numbers, labels.keySet(), ownMarks().keySet()),
                SurveyedColumn.Role.TARGET,
                remark);
    }

    /** How many rows the rarest label has. */
    long leastLabel() {
        return labels.values().stream().mapToLong(count -> count).min().orElse(0);
    }

    /** How many different labels there are. */
    int labels() {
        return labels.size();
    }

    /** The rarer of two labels; of equals the second in order. */
    Optional<String> positive() {
        if (labels.size() != 2) {
            return Optional.empty();
        }
        List<String> both = Labels.of(labels.keySet());
        return Optional.of(
                labels.getOrDefault(both.get(0), 0) < labels.getOrDefault(both.get(1), 0) ? both.get(0) : both.get(1));
    }

    /**
     * The template that suits the cells.
     *
     * @throws DataException if they are numbers but for a few, at the first of these
     */
    Template suitable() {
        requireNoSlips();
        if (holdsNumbers() && !holdsNumericLabels()) {
            return Template.REGRESSION;
        }
        return labels.size() == 2 ? Template.BINARY : Template.MULTICLASS;
    }

    private boolean holdsNumericLabels() {
        if (labels.size() == 2) {
            return true;
        }
        boolean repeated = whole && rows >= (long) labels.size() * FEWEST_ROWS_TO_LABEL;
        return repeated && (labels.size() <= FEW_NUMERIC_LABELS || (labels.size() <= MOST_NUMERIC_LABELS && areEven()));
    }

    private boolean areEven() {
        return Collections.max(labels.values()) < MOST_UNEVEN * Collections.min(labels.values());
    }

    private void requireNoSlips() {
        if (holdsNumbers()) {
            return;
        }
        boolean plain = noNumbers.areSlips(rows) && !noNumbers.areCodes(labels);
        if (plain || (formats.nearly().isPresent() && !formats.slips().areCodes(labels))) {
            Misfits slips = plain ? noNumbers : formats.slips();
            throw new DataException(
                    slips.where(),
                    "target '" + column + "' holds numbers, but '" + slips.first() + "' here"
                            + (slips.count() == 1 ? "" : " (the first of " + slips.count() + " cells that are none)")
                            + "; correct the cell or leave the row out; nn new --template multiclass takes all cells for"
                            + " labels");
        }
    }

    /**
     * Refuses a template that cannot work with the cells.
     *
     * @throws DataException saying which one can
     */
    void require(Template template) {
        if (template == Template.REGRESSION && !holdsNumbers()) {
            throw noNumber.orElseThrow();
        }
        if (template != Template.REGRESSION && labels.size() < 2) {
            throw new DataException(first, "the target holds one label only; a classifier needs two");
        }
        if (template != Template.REGRESSION && labels.size() > MOST_LABELS) {
            throw new DataException(
                    first, "the target holds more than " + MOST_LABELS + " labels; is it the right column?");
        }
        if (template != Template.REGRESSION
                && labels.size() > MOST_NUMERIC_LABELS
                && rows < (long) labels.size() * FEWEST_ROWS_OF_A_LABEL) {
            throw new DataException(
                    first,
                    "the target holds " + labels.size() + " labels in " + rows + " rows, too few of each to learn;"
                            + " is it the right column?");
        }
        if (template == Template.BINARY && labels.size() > 2) {
            throw new DataException(
                    first, "the target holds " + labels.size() + " labels, binary tells two apart; use multiclass");
        }
    }

    /**
     * What the target is taken for, in one line, and how to have it otherwise where that could be.
     *
     * @param asked whether the template was, and not found
     */
    String told(Template template, boolean asked) {
        if (template == Template.REGRESSION) {
            boolean few = !asked
                    && whole
                    && labels.size() <= MOST_LABELS
                    && rows >= (long) labels.size() * FEWEST_ROWS_OF_A_LABEL;
            String range = least > most ? "" : " (" + shown(least) + " … " + shown(most) + ")";
            return column + ": numbers" + range
                    + (few ? "; nn new --template multiclass for " + labels.size() + " labels" : "");
        }
        return column + ": " + labels.size() + " labels (" + TargetText.listed(Labels.of(labels.keySet())) + ")"
                + (template == Template.BINARY
                        ? ", '" + TargetText.named(positive().orElseThrow()) + "' is the positive one, "
                                + (labels.values().stream().distinct().count() == 1
                                        ? "the second in order"
                                        : "the rarer")
                                + "; data.positive says so"
                        : "")
                + (!asked && holdsNumbers() ? "; nn new --template regression for numbers" : "");
    }

    /** What may not be meant, of labels. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        Categories.alike("labels", labels.keySet())
                .ifPresent(remark -> remarks.add("target '" + column + "' " + remark));
        List<String> single = Labels.of(labels.keySet()).stream()
                .filter(label -> labels.getOrDefault(label, 0) == 1)
                .toList();
        if (!single.isEmpty() && rows >= (long) FEWEST_ROWS_TO_LABEL * labels.size()) {
            remarks.add("target '" + column + "' has labels that stand in one row only (" + TargetText.listed(single)
                    + "); correct them, or name in data.missingMarks what says that there is no value");
        }
        return remarks;
    }

    /** What the configuration has to say of how its numbers are written. */
    JsonMembers described() {
        return formats.format().map(Proposal::described).orElse(JsonMembers.none());
    }

    /** What to look at. */
    Optional<String> remark() {
        return holdsNumbers() ? Proposal.remark(formats) : Optional.empty();
    }

    private boolean holdsNumbers() {
        return noNumber.isEmpty() || formats.format().isPresent();
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < MOST_EXACT
                ? Long.toString((long) number)
                : ShortestDecimal.text(number);
    }

    private void number(String cell, Location where) {
        if (!NumberCell.isNumber(cell)) {
            noNumbers.add(cell, where);
        }
        if (noNumber.isPresent() && !NumberCell.isNumber(cell)) {
            return;
        }
        try {
            double value = NumberCell.exact(cell, column, where);
            whole = whole && value == (long) value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        } catch (DataException e) {
            noNumber = noNumber.isPresent() ? noNumber : Optional.of(e);
            whole = false;
        }
    }
}
