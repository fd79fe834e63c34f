// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.cli.console.Console;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.Header;
import java.util.Arrays;
import java.util.List;

/** Whether a file's first line names its columns: many files have no such line, and their first row would be lost. */
final class HeaderCheck {
    private static final int MOST_SHOWN = 3;
    /** A single number among names may well be one. */
    private static final int FEWEST_NUMBERS = 2;

    private static final double ROUNDING = 1e-9;

    private final String source;
    private final Header kind;
    private final boolean isLine;
    private final List<String> names;
    private final List<String> values;

    HeaderCheck(RowSource rows, Header kind) {
        this.source = rows.source();
        this.kind = kind;
        this.isLine = rows.isHeaderALine();
        this.names = rows.header();
        this.values = names.stream().filter(HeaderCheck::isValue).toList();
    }

    /**
     * Refuses a header that lacks a column, and warns of one that has all and looks like a row.
     *
     * @throws DataException naming the first column that is lacking
     */
    void require(List<String> needed, Console console) {
        for (String column : needed) {
            if (!names.contains(column)) {
                throw new DataException(
                        new Location(source, 1, 1), "there is no column '" + column + "'" + why(column, needed));
            }
        }
        if (looksLikeData()) {
            console.warn(source + ":1: is taken for the names of the columns, though it looks like a row (" + shown()
                    + "); if it is one, --header none reads it and names the columns c1, c2, …");
        }
    }

    private String why(String column, List<String> needed) {
        if (!isLine && kind == Header.NONE) {
            return "; without a header the columns are c1 to c" + names.size();
        }
        return looksLikeData()
                ? ", and line 1 looks like data (" + shown() + "), not like names; put the names above it, or say"
                        + " --header none, which names the columns c1, c2, …"
                : NearestName.hintAmongFree(column, names, needed);
    }

    private boolean looksLikeData() {
        return isLine
                && !values.isEmpty()
                && !isSequence()
                && (values.size() >= FEWEST_NUMBERS || !isWhole(values.get(0)));
    }

    /** Years, pixels and quantiles are names, too, and follow each other at one distance. */
    private boolean isSequence() {
        if (!values.stream().allMatch(NumberCell::isNumber)) {
            return false;
        }
        double[] numbers = values.stream().mapToDouble(Double::parseDouble).toArray();
        double step = numbers.length > 1 ? numbers[1] - numbers[0] : 0;
        for (int i = 1; i < numbers.length; i++) {
            if (step <= 0 || Math.abs(numbers[i] - numbers[i - 1] - step) > ROUNDING) {
                return false;
            }
        }
        return numbers.length > 1;
    }

    private String shown() {
        List<String> some = values.subList(0, Math.min(MOST_SHOWN, values.size()));
        return "'" + String.join("', '", some) + "'" + (values.size() > MOST_SHOWN ? ", …" : "");
    }

    private static boolean isWhole(String cell) {
        return cell.strip().chars().allMatch(Character::isDigit);
    }

    private static boolean isValue(String cell) {
        return NumberCell.isNumber(cell)
                || Arrays.stream(DateOrder.values())
                        .anyMatch(order -> DateFormat.of(order).isDate(cell));
    }
}
