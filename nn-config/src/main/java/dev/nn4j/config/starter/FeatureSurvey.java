// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a column that is to be learnt from holds, seen cell by cell. */
final class FeatureSurvey {
    /** The count of different texts stops here to spare memory. */
    private static final int MOST_COUNTED = 10_000;

    /** A configuration with more categories by name is hard to read. */
    private static final int MOST_LISTED = 100;

    /** Numbers a million times smaller than this one still are floats of all their digits. */
    private static final double LEAST = 0x1p-106;

    private final String name;
    private final Map<String, Integer> counts = new HashMap<>();
    private final DateSurvey dates;
    private final IdentifierSurvey identifier = new IdentifierSurvey();
    private final NumberSurvey formats = new NumberSurvey();
    private final Misfits noNumbers = new Misfits();
    private final MarkSurvey marks = new MarkSurvey();
    private final OwnMarks own = new OwnMarks();
    private long values;
    private long counted;
    private double largest;
    private long missing;
    private boolean booleans = true;

    FeatureSurvey(String name) {
        this.name = name;
        this.dates = new DateSurvey(name);
    }

    void add(String cell, Location where, String target) {
        if (Missing.isMark(cell)) {
            missing++;
            marks.add(cell);
            return;
        }
        double number = NumberCell.valueOf(cell);
        if (own.take(cell, number)) {
            return;
        }
        values++;
        if (counts.size() <= MOST_COUNTED) {
            counts.merge(cell, 1, Integer::sum);
            counted++;
        }
        booleans = booleans && BooleanKind.isBoolean(cell);
        formats.add(cell, !Double.isNaN(number), where);
        dates.add(cell, where);
        if (isUsable(number)) {
            identifier.add(number, target);
            largest = Math.max(largest, Math.abs(number));
        } else {
            noNumbers.add(cell, where);
        }
    }

    /** How to read the column, or why not to. */
    Proposal proposal() {
        if (values == 0) {
            return Proposal.ignore("it has no value");
        }
        if (counts.size() == 1 && missing == 0 && own.texts().isEmpty()) {
            return Proposal.ignore("it holds one value only");
        }
        return typed().orElseGet(
                        () -> words().isEmpty() ? category() : Proposal.listed(texts(), words(), values + missing));
    }

    /** Marks of missing values, beside the usual ones, in a column that is not one of texts; with how often they are there. */
    Map<String, Integer> ownMarks() {
        if (values == 0 || typed().isEmpty()) {
            return Map.of();
        }
        return noNumbers.areNone() ? own.all() : own.texts();
    }

    /** Whether one of these words says here that there is no value. */
    boolean hasGaps(Map<String, Integer> words) {
        return marks.has(words) && values > 0 && typed().isPresent();
    }

    /** A type that is not that of texts. */
    private Optional<Proposal> typed() {
        boolean gaps = missing > 0 || !(noNumbers.areNone() ? own.all() : own.texts()).isEmpty();
        if (dates.compact().isPresent()) {
            return Optional.of(Proposal.date(dates, gaps));
        }
        if (noNumbers.areNone()) {
            return Optional.of(isIdentifier() ? Proposal.ignoredIdentifier() : number(gaps));
        }
        if (formats.format().isPresent()) {
            return Optional.of(Proposal.number(formats, gaps));
        }
        if (dates.format().isPresent()) {
            return Optional.of(Proposal.date(dates, gaps));
        }
        return words().isEmpty() ? nearlyTyped(gaps) : Optional.empty();
    }

    private Proposal number(boolean gaps) {
        Proposal number = Proposal.number(gaps);
        if (largest > 0 && largest < LEAST) {
            return number.saying("holds numbers of which 32-bit floats hold few digits or none, so near to 0 are they;"
                    + " multiply them by a constant");
        }
        return identifier.mayName(name, different())
                ? number.saying(
                        "is read as a number, though its name is that of an identifier; if its numbers only name"
                                + " what a row is of, put it into data.ignore")
                : number;
    }

    /** Marks that are values: in a column of texts, of which there are few enough to list. */
    private Map<String, Integer> words() {
        return counts.size() > MOST_LISTED ? Map.of() : marks.words(values);
    }

    /** All texts with how often they are there; in a column of texts, no other is a mark. */
    private Map<String, Integer> texts() {
        Map<String, Integer> texts = new HashMap<>(counts);
        own.texts().forEach((text, count) -> texts.merge(text, count, Integer::sum));
        return texts;
    }

    /** What it is taken for. */
    SurveyedColumn surveyed() {
        Proposal proposal = proposal();
        Feature feature = SurveyedColumn.Reading.of(
                name,
                proposal.described(),
                noNumbers.areNone(),
                counts.keySet(),
                ownMarks().keySet());
        return new SurveyedColumn(
                feature,
                proposal.isIgnored() ? SurveyedColumn.Role.IGNORED : SurveyedColumn.Role.FEATURE,
                proposal.remark());
    }

    /** How to read it where nothing else is left to learn from; empty if it cannot be learnt from at all. */
    Optional<Proposal> lastResort() {
        return values > 0 && counts.size() > 1 && noNumbers.areNone()
                ? Optional.of(
                        Proposal.number(missing > 0 || !own.all().isEmpty())
                                .saying(
                                        "is kept though its numbers look like an identifier: nothing else is left to learn from"))
                : Optional.empty();
    }

    private Optional<Proposal> nearlyTyped(boolean gaps) {
        if (booleans) {
            return Optional.of(Proposal.bool(gaps));
        }
        if (noNumbers.areSlips(values) && !noNumbers.areCodes(counts)) {
            return Optional.of(Proposal.number(gaps).saying(slips("numbers", noNumbers)));
        }
        if (formats.nearly().isPresent() && !formats.slips().areCodes(counts)) {
            return Optional.of(Proposal.number(formats.nearly().get(), gaps).saying(slips("numbers", formats.slips())));
        }
        if (dates.nearly().isPresent()) {
            return Optional.of(
                    Proposal.date(dates.nearly().get(), dates.hasTimes(), gaps).saying(slips("dates", dates.slips())));
        }
        return Optional.empty();
    }

    private Proposal category() {
        Map<String, Integer> texts = texts();
        long rows =
                values + own.texts().values().stream().mapToInt(count -> count).sum();
        Optional<Categories> categories = Categories.of(texts, rows);
        return categories.isPresent()
                ? Proposal.category(categories.get()).saying(Categories.alike("categories", texts.keySet()))
                : Proposal.ignore("it holds " + (counts.size() > MOST_COUNTED ? "more than " : "")
                        + Math.min(counts.size(), MOST_COUNTED) + " different texts in " + values
                        + " rows: free text or an identifier; to keep it, take it off data.ignore and make it a"
                        + " category in data.columns");
    }

    private boolean isIdentifier() {
        return identifier.isIdentifier(name, different());
    }

    private double different() {
        return (double) counts.size() / counted;
    }

    private static String slips(String type, Misfits slips) {
        return "holds " + type + ", but " + slips.told() + "; correct it there, or name it in data.missingMarks if it"
                + " says that there is no value; nn train stops at it";
    }

    /** A number that is too large for a float is none. */
    private static boolean isUsable(double number) {
        return Float.isFinite((float) number);
    }
}
