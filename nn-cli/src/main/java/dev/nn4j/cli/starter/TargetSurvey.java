// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.core.data.NumberCell;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a target column holds: labels or numbers. */
public final class TargetSurvey {
    /** More different whole numbers than this are numbers, not labels. */
    private static final int MOST_NUMERIC_LABELS = 20;
    /** Whole numbers that repeat less often than this are numbers, not labels. */
    private static final int FEWEST_ROWS_TO_LABEL = 5;
    /** What is there once cannot be learnt and seen again. */
    private static final int FEWEST_ROWS_OF_A_LABEL = 2;
    /** Nobody tells so many labels apart; the count stops here to spare memory. */
    private static final int MOST_LABELS = 10_000;

    private final Set<String> labels = new HashSet<>();
    private final NumberSurvey formats = new NumberSurvey();
    private long rows;
    private boolean whole = true;
    private Optional<DataException> noNumber = Optional.empty();
    private Location first = new Location("", 1, 1);

    TargetSurvey() {}

    void add(String cell, String column, Location where) {
        if (cell.isBlank()) {
            throw new DataException(where, "target '" + column + "' is missing here; fill it in or leave the row out");
        }
        first = rows == 0 ? where : first;
        rows++;
        if (labels.size() <= MOST_LABELS) {
            labels.add(cell);
        }
        formats.add(cell);
        if (noNumber.isEmpty()) {
            number(cell, column, where);
        }
    }

    /** How many different labels there are. */
    int labels() {
        return labels.size();
    }

    /** The template that suits the cells. */
    public Template suitable() {
        boolean labelled = !holdsNumbers()
                || labels.size() == 2
                || (whole
                        && labels.size() <= MOST_NUMERIC_LABELS
                        && rows >= (long) labels.size() * FEWEST_ROWS_TO_LABEL);
        if (!labelled) {
            return Template.REGRESSION;
        }
        return labels.size() == 2 ? Template.BINARY : Template.MULTICLASS;
    }

    /**
     * Refuses a template that cannot work with the cells.
     *
     * @throws DataException saying which one can
     */
    public void require(Template template) {
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

    /** What the configuration has to say of how its numbers are written. */
    JsonObject described() {
        return formats.format().map(Proposal::described).orElse(JsonObject.empty());
    }

    /** What to look at. */
    Optional<String> remark() {
        return holdsNumbers() ? Proposal.remark(formats) : Optional.empty();
    }

    private boolean holdsNumbers() {
        return noNumber.isEmpty() || formats.format().isPresent();
    }

    private void number(String cell, String column, Location where) {
        try {
            float value = NumberCell.parse(cell, column, where);
            whole = whole && value == (long) value;
        } catch (DataException e) {
            noNumber = Optional.of(e);
            whole = false;
        }
    }
}
