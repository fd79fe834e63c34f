// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.NumberCell;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cells of a column that are not of a type: where the first one stands, and whether they are few enough to be slips. */
final class Misfits {
    /** Of a column that was meant to be of a type, so few cells are not. */
    private static final double FEW = 0.05;
    /** With fewer values one slip is not told from none. */
    private static final long FEWEST_VALUES = 5;

    private static final int MOST_TEXTS = 100;
    /** Nobody makes so many different slips twice each. */
    private static final int KINDS = 4;
    /** A code is there about so often, or more. */
    private static final int OFTEN = 5;
    /** Than the average number a code among numbers is there at most so many times less often. */
    private static final int LESS_OFTEN = 5;

    private static final Pattern LIMIT = Pattern.compile("^\\s*[<>≤≥]");

    private final Map<String, Integer> texts = new HashMap<>();
    private long count;
    private Optional<Location> where = Optional.empty();
    private String first = "";

    void add(String cell, Location place) {
        if (count == 0) {
            first = cell;
            where = Optional.of(place);
        }
        count++;
        if (texts.size() < MOST_TEXTS || texts.containsKey(cell)) {
            texts.merge(cell, 1, Integer::sum);
        }
    }

    long count() {
        return count;
    }

    boolean areNone() {
        return count == 0;
    }

    /** Whether there are some, and so few among so many values that the type was meant. */
    boolean areSlips(long values) {
        return count > 0 && (count <= FEW * values || (count == 1 && values >= FEWEST_VALUES));
    }

    /**
     * Whether they are codes, as slips are not: texts with digits, each there several times, and either of several kinds or
     * among a few whole numbers that are not much more frequent than they. What is below or above a limit is measured.
     *
     * @param all texts of the column, these too, with how often each is there
     */
    boolean areCodes(Map<String, Integer> all) {
        boolean repeated = texts.entrySet().stream()
                .allMatch(text -> text.getValue() > 1 && text.getKey().chars().anyMatch(Character::isDigit));
        boolean limits =
                texts.keySet().stream().anyMatch(text -> LIMIT.matcher(text).find());
        return repeated && !limits && (texts.size() >= KINDS || areAmongCodes(all));
    }

    private boolean areAmongCodes(Map<String, Integer> all) {
        long cells = 0;
        long kinds = 0;
        for (Map.Entry<String, Integer> other : all.entrySet()) {
            if (!texts.containsKey(other.getKey())) {
                double number = NumberCell.valueOf(other.getKey());
                if (number != Math.rint(number)) {
                    return false;
                }
                cells += other.getValue();
                kinds++;
            }
        }
        return cells >= OFTEN * kinds && (double) count / texts.size() * LESS_OFTEN * kinds >= cells;
    }

    /** Where the first one stands. */
    Location where() {
        return where.orElseThrow();
    }

    /** The first one and how many more there are, as in {@code data.csv:7:1 holds '12O.5' (and 3 more cells …)}. */
    String told() {
        return where() + " holds '" + first + "'"
                + (count == 1 ? "" : ", the first of " + count + " cells that are none");
    }

    String first() {
        return first;
    }
}
