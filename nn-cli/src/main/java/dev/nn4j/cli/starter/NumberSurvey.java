// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.core.data.NumberCell;
import dev.nn4j.core.data.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which format the cells of a column could be numbers that are not written as programs write them. */
final class NumberSurvey {
    /** Letters may just as well be a code: only what is surely a unit is taken for one. */
    private static final Pattern UNIT = Pattern.compile("[%‰\\p{Sc}]");

    /** Each before those that take more than it does. */
    private final List<NumberFormat> possible = new ArrayList<>(List.of(
            NumberFormat.PLAIN,
            new NumberFormat(".", ",", ""),
            new NumberFormat(",", "", ""),
            new NumberFormat(",", ".", ""),
            new NumberFormat(".", " ", ""),
            new NumberFormat(",", " ", ""),
            new NumberFormat(".", "'", "")));

    private String unit = "";
    private boolean otherUnit;

    void add(String cell) {
        if (NumberCell.isNumber(cell)) {
            possible.removeIf(format -> format.decimal().equals(",") && !format.isNumber(cell));
            return;
        }
        Matcher matcher = UNIT.matcher(cell);
        String found = matcher.find() ? matcher.group() : "";
        otherUnit |= !found.isEmpty() && !unit.isEmpty() && !found.equals(unit);
        unit = unit.isEmpty() ? found : unit;
        possible.removeIf(format -> !in(format, found).isNumber(cell));
    }

    /** The format that all cells have. */
    Optional<NumberFormat> format() {
        return otherUnit ? Optional.empty() : possible.stream().findFirst().map(format -> in(format, unit));
    }

    /** Whether it cannot be told if 1,234 is more than a thousand or a little more than one. */
    boolean isAmbiguous() {
        return possible.size() > 1
                && possible.get(0).grouping().equals(",")
                && possible.get(1).decimal().equals(",");
    }

    private static NumberFormat in(NumberFormat format, String unit) {
        return unit.isEmpty() ? format : new NumberFormat(format.decimal(), format.grouping(), unit);
    }
}
