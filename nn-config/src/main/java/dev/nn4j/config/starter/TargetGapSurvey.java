// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.schema.Missing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cells of a target column that hold no target, or may not. */
final class TargetGapSurvey {
    private final String column;
    private final MarkSurvey words = new MarkSurvey();
    private final OwnMarks own = new OwnMarks();
    private final Map<String, Location> placesOfOwn = new HashMap<>();
    private Optional<Location> first = Optional.empty();
    private long count;

    TargetGapSurvey(String column) {
        this.column = column;
    }

    /** Takes a cell that holds a mark. */
    boolean take(String cell, Location where) {
        if (Missing.isMark(cell)) {
            first = first.or(() -> Optional.of(where));
            words.add(cell);
            count++;
            return true;
        }
        if (own.take(cell, NumberCell.valueOf(cell))) {
            placesOfOwn.putIfAbsent(cell.strip(), where);
            return true;
        }
        return false;
    }

    /** How many rows have no target by the usual marks. */
    long count() {
        return count;
    }

    /** What else may say that there is none, with how often it is there. */
    Map<String, Integer> own() {
        return own.texts();
    }

    /** Where such a text stands first. */
    Location placeOfOwn(String text) {
        return placesOfOwn.getOrDefault(text, new Location("", 1, 1));
    }

    /**
     * Frequent words that beside labels are labels, too, such as none, in every case.
     *
     * @param values cells that hold a label
     */
    Map<String, Integer> labels(long values) {
        return values == 0 ? Map.of() : words.spellings(words.words(values));
    }

    /** Where the first gap stands. */
    Location firstPlace() {
        return first.orElseThrow();
    }

    /**
     * Sees to it that rows are left out only where something else is left.
     *
     * @param values cells that hold a target
     */
    void require(long values) {
        if (first.isPresent() && values == 0) {
            throw new DataException(
                    first.get(),
                    "target '" + column + "' is missing here and in all other rows; is it the right column?");
        }
    }
}
