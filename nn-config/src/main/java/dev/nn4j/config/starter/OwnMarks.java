// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberCell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Marks of missing values beside the usual ones, seen cell by cell in a column: texts that spreadsheets, databases and
 * people write, and the negative number where nothing else is negative.
 */
final class OwnMarks {
    private static final Set<String> TEXTS = Set.of(
            "-",
            "--",
            "---",
            "–",
            "—",
            ".",
            "..",
            "*",
            "\\n",
            "<na>",
            "#n/a",
            "#na",
            "#null!",
            "#value!",
            "#div/0!",
            "#ref!",
            "#num!",
            "#name?",
            "n.a.",
            "n.a",
            "nil",
            "missing",
            "unknown",
            "undefined",
            "k.a.");
    private static final Set<Double> NUMBERS = Set.of(-99.0, -999.0, -9999.0, -99999.0);
    /** What is there once may be a value that happens to look so. */
    private static final int FEWEST = 2;

    private final Map<String, Integer> texts = new TreeMap<>();
    private final Map<String, Integer> numbers = new TreeMap<>();
    private boolean othersAreNegative;

    /**
     * Takes a cell if it is such a text; else it only looks at it.
     *
     * @param cell to take
     * @param plain the number in it; NaN if there is none
     */
    boolean take(String cell, double plain) {
        String text = cell.strip();
        if (TEXTS.contains(text.toLowerCase(Locale.ROOT))) {
            texts.merge(text, 1, Integer::sum);
            return true;
        }
        double number = Double.isNaN(plain) ? NumberCell.valueOf(text) : plain;
        if (NUMBERS.contains(number)) {
            numbers.merge(text, 1, Integer::sum);
        } else {
            othersAreNegative |= number < 0;
        }
        return false;
    }

    /** The texts that were taken, with how often they are there. */
    Map<String, Integer> texts() {
        return texts;
    }

    /** The marks among numbers, with how often they are there. */
    Map<String, Integer> all() {
        Map<String, Integer> all = new TreeMap<>(texts);
        if (!othersAreNegative) {
            numbers.entrySet().stream()
                    .filter(number -> number.getValue() >= FEWEST)
                    .forEach(number -> all.put(number.getKey(), number.getValue()));
        }
        return all;
    }

    /**
     * What {@code data.missingMarks} has to say: these and the usual ones, which it takes the place of; or nothing.
     *
     * @param words of the usual ones those that are values
     */
    static List<String> listed(Collection<String> marks, Collection<String> words) {
        if (marks.isEmpty() && words.isEmpty()) {
            return List.of();
        }
        List<String> listed = new ArrayList<>(MissingMarks.usual().texts());
        listed.removeIf(mark -> words.stream().anyMatch(mark::equalsIgnoreCase));
        listed.addAll(new TreeSet<>(marks));
        return listed;
    }
}
