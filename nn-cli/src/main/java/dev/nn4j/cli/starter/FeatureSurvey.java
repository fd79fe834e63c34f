// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.data.BooleanKind;
import dev.nn4j.core.data.Missing;
import dev.nn4j.core.data.NumberCell;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column that is to be learnt from holds, seen cell by cell. */
final class FeatureSurvey {
    /** The count of different texts stops here to spare memory. */
    private static final int MOST_COUNTED = 10_000;
    /** A column of which fewer than this are no numbers was meant to hold numbers. */
    private static final double NUMBERS_MEANT = 0.9;

    private final String name;
    private final Map<String, Integer> counts = new HashMap<>();
    private final DateSurvey dates = new DateSurvey();
    private final CounterSurvey counter = new CounterSurvey();
    private final NumberSurvey formats = new NumberSurvey();
    private Optional<DataException> noNumber = Optional.empty();
    private long values;
    private long numbers;
    private long missing;
    private boolean booleans = true;

    FeatureSurvey(String name) {
        this.name = name;
    }

    void add(String cell, Location where) {
        if (Missing.isMark(cell)) {
            missing++;
            return;
        }
        values++;
        if (counts.size() <= MOST_COUNTED) {
            counts.merge(cell, 1, Integer::sum);
        }
        booleans &= BooleanKind.isBoolean(cell);
        formats.add(cell);
        if (isNumber(cell, where)) {
            numbers++;
            counter.add(cell);
        } else {
            dates.add(cell);
        }
    }

    /** How to read the column, or why not to. */
    Proposal proposal() {
        if (values == 0) {
            return Proposal.ignore("it has no value");
        }
        if (counts.size() == 1 && missing == 0) {
            return Proposal.ignore("it holds one value only");
        }
        if (noNumber.isEmpty()) {
            return isIdentifier()
                    ? Proposal.ignore("it looks like an identifier: whole numbers, each once")
                    : Proposal.number(missing > 0);
        }
        if (formats.format().isPresent()) {
            return Proposal.number(formats, missing > 0);
        }
        if (numbers == 0 && dates.order().isPresent()) {
            return Proposal.date(dates, missing > 0);
        }
        if (booleans) {
            return Proposal.bool(missing > 0);
        }
        if (numbers >= NUMBERS_MEANT * values) {
            return Proposal.ignore(String.valueOf(noNumber.get().getMessage()));
        }
        return category();
    }

    private Proposal category() {
        Optional<Categories> categories = Categories.of(counts, values);
        return categories.isPresent()
                ? Proposal.category(categories.get(), missing > 0)
                : Proposal.ignore("it holds " + (counts.size() > MOST_COUNTED ? "more than " : "")
                        + Math.min(counts.size(), MOST_COUNTED) + " different texts in " + values
                        + " rows: free text or an identifier");
    }

    /** Numbers that count the rows, or numbers each there once under a name that says so. */
    private boolean isIdentifier() {
        String words = name.toLowerCase(Locale.ROOT);
        boolean named = words.equals("id") || words.endsWith("_id") || words.endsWith(" id") || name.endsWith("Id");
        return counter.countsRows() || (named && counter.isWhole() && counts.size() == values);
    }

    private boolean isNumber(String cell, Location where) {
        try {
            NumberCell.parse(cell, name, where);
            return true;
        } catch (DataException e) {
            noNumber = noNumber.isPresent() ? noNumber : Optional.of(e);
            return false;
        }
    }
}
