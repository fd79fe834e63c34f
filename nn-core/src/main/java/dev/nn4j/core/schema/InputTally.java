// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.internal.text.NearestText;
import dev.nn4j.core.schema.InputNotes.ColumnNote;
import dev.nn4j.core.schema.InputNotes.UnseenText;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts, row by row, what the policies of a model let through; memory does not grow with the rows. For one thread.
 *
 * @since 0.1.0
 */
public final class InputTally {
    private static final int MOST_TEXTS = 1000;
    private static final int MOST_NAMED = 3;

    private final Leniency leniency;
    private final List<Feature> features;
    private final int mostTexts;
    /** A row that comes alone has nothing to count, nearly always: they are made when they are needed. */
    private final @Nullable Count[] counts;

    private long rows;
    private long left;

    /** Which missing values, of those for which nothing stands, are counted; others are an error. */
    public enum Leniency {
        /** None. */
        NONE,
        /** Those of columns of which the training said nothing; not of those that are to {@link MissingPolicy#REFUSE}. */
        UNSAID,
        /** All. */
        ALL
    }

    /** Counts for a model. */
    public InputTally(Schema schema, Leniency leniency) {
        this(leniency, schema.features(), MOST_TEXTS);
    }

    private InputTally(Leniency leniency, List<Feature> features, int mostTexts) {
        this.leniency = leniency;
        this.features = features;
        this.mostTexts = mostTexts;
        this.counts = new @Nullable Count[features.size()];
    }

    /**
     * An empty one for a part of the rows, which another thread may look at; {@link #add} puts the parts together. It keeps
     * every text that training did not have, so that its memory does grow with the rows of the part.
     *
     * @since 0.1.0
     */
    public InputTally newPart() {
        return new InputTally(leniency, features, Integer.MAX_VALUE);
    }

    /**
     * Counts the rows of a part behind those that were counted so far: what comes of parts that are added in the order of
     * their rows is what one tally of all rows would have counted.
     *
     * @param part made by {@link #newPart} of this, or of one for the same model
     * @since 0.1.0
     */
    public void add(InputTally part) {
        rows += part.rows;
        left += part.left;
        for (int f = 0; f < counts.length; f++) {
            Count more = part.counts[f];
            if (more != null) {
                count(f).add(more);
            }
        }
    }

    /**
     * The rows of a table that a model can answer: all but those with a missing value for which nothing stands.
     *
     * @param table read with {@link Schema#cellTypesWithGaps}
     * @throws DataException if a value is missing where that is to be an error, or is of another kind
     */
    public Table usable(Table table) {
        List<IntPredicate> looks = new ArrayList<>();
        for (int f = 0; f < features.size(); f++) {
            Column column = table.columnOf(features.get(f).name());
            if (column.holdsTexts() || hasGap(column, table.rows())) {
                looks.add(look(table, features.get(f), count(f)));
            }
        }
        IntPredicate[] all = looks.toArray(new IntPredicate[0]);
        WordArray kept = table.newWords(table.rows());
        int count = 0;
        for (int row = 0; row < table.rows(); row++) {
            boolean usable = true;
            for (IntPredicate look : all) {
                usable &= look.test(row);
            }
            if (ended(usable)) {
                kept.set(count++, row);
            }
        }
        if (count == table.rows()) {
            return table;
        }
        WordArray few = table.newWords(count);
        for (int i = 0; i < count; i++) {
            few.set(i, kept.get(i));
        }
        return table.select(few);
    }

    /** Most columns of numbers have none, and need not be looked at row by row. */
    private static boolean hasGap(Column numbers, int rows) {
        for (int row = 0; row < rows; row++) {
            if (Float.isNaN(numbers.number(row))) {
                return true;
            }
        }
        return false;
    }

    private Count count(int feature) {
        Count made = counts[feature];
        if (made == null) {
            made = new Count(features.get(feature), mostTexts);
            counts[feature] = made;
        }
        return made;
    }

    /** Sees a row's value of a feature; says whether it can be used. */
    private IntPredicate look(Table table, Feature feature, Count count) {
        Column column = table.columnOf(feature.name());
        if (!column.holdsTexts()) {
            return row -> !Float.isNaN(column.number(row)) || gap(count, table.location(row, feature.name()));
        }
        float[] raw = new float[feature.rawWidth()];
        CellReader reader = new CellReader(table, feature);
        Map<String, Boolean> marks = new HashMap<>();
        return row -> !column.isValue(row) && isMissing(feature, column.text(row), marks)
                ? gap(count, table.location(row, feature.name()))
                : count.value(column.text(row), () -> {
                    reader.read(row, raw, 0);
                    return feature.kind().isUnseen(raw[0]);
                });
    }

    /** Texts come again: whether one says that there is no value is asked once. */
    private static boolean isMissing(Feature feature, String text, Map<String, Boolean> marks) {
        Boolean known = marks.get(text);
        if (known != null) {
            return known;
        }
        boolean missing = feature.isMissing(text);
        if (marks.size() < MOST_TEXTS) {
            marks.put(text, missing);
        }
        return missing;
    }

    /** Whether a missing value of a feature is to be counted; where it is an error it is for the reader to say so. */
    boolean takesGap(int feature) {
        return takesGap(features.get(feature));
    }

    private boolean takesGap(Feature feature) {
        return switch (feature.missing().policy()) {
            case ERROR -> leniency != Leniency.NONE;
            case REFUSE -> leniency == Leniency.ALL;
            case MEAN, MEDIAN, MOST_FREQUENT, OWN_CATEGORY -> true;
        };
    }

    /** Sees a missing value of a feature; says whether something stands for it. */
    boolean gap(int feature, Location where) {
        return count(feature).gap(where.line());
    }

    /** Sees a text of a feature that training did not have. */
    public void unseen(int feature, String text) {
        count(feature).unseen(text);
    }

    /** Ends a row, which can be used or not; says so. */
    public boolean ended(boolean usable) {
        rows++;
        left += usable ? 0 : 1;
        return usable;
    }

    private boolean gap(Count count, Location where) {
        if (!takesGap(count.feature)) {
            throw new DataException(where, NumberCell.missing(count.feature.name()));
        }
        return count.gap(where.line());
    }

    /** What was counted so far. */
    public InputNotes notes() {
        return new InputNotes(
                rows,
                left,
                Stream.of(counts)
                        .filter(Objects::nonNull)
                        .filter(Count::isAny)
                        .map(Count::note)
                        .toList());
    }

    /** Says whether a text is unseen, at some cost. */
    private interface Question {
        boolean isUnseen();
    }

    private static final class Count {
        private final Feature feature;
        private final int mostTexts;
        /** In the order in which they were seen first. */
        private final Map<String, long[]> texts = new LinkedHashMap<>();

        private final Map<String, Boolean> looked = new HashMap<>();
        private long filled;
        private long refused;
        private long firstRefused;
        private long unseen;

        Count(Feature feature, int mostTexts) {
            this.feature = feature;
            this.mostTexts = mostTexts;
        }

        void add(Count later) {
            filled += later.filled;
            firstRefused = refused == 0 ? later.firstRefused : firstRefused;
            refused += later.refused;
            unseen += later.unseen;
            later.texts.forEach((text, times) -> named(text, times[0]));
        }

        boolean gap(long line) {
            if (!feature.missing().policy().isError()) {
                filled++;
                return true;
            }
            firstRefused = refused == 0 ? line : firstRefused;
            refused++;
            return false;
        }

        boolean value(String text, Question question) {
            if (!feature.kind().known().isEmpty()) {
                Boolean known = looked.get(text);
                boolean isUnseen = known == null ? question.isUnseen() : known;
                if (known == null && looked.size() < MOST_TEXTS) {
                    looked.put(text, isUnseen);
                }
                if (isUnseen) {
                    unseen(text);
                }
            }
            return true;
        }

        void unseen(String text) {
            unseen++;
            named(text, 1);
        }

        private void named(String text, long times) {
            if (texts.size() < mostTexts || texts.containsKey(text)) {
                texts.computeIfAbsent(text, one -> new long[1])[0] += times;
            }
        }

        boolean isAny() {
            return filled + refused + unseen > 0;
        }

        ColumnNote note() {
            List<UnseenText> named = texts.entrySet().stream()
                    .sorted(Comparator.<Map.Entry<String, long[]>>comparingLong(entry -> -entry.getValue()[0])
                            .thenComparing(Map.Entry::getKey))
                    .limit(MOST_NAMED)
                    .map(entry -> new UnseenText(
                            entry.getKey(),
                            entry.getValue()[0],
                            NearestText.of(entry.getKey(), feature.kind().known())))
                    .toList();
            return new ColumnNote(feature.name(), filled, refused, firstRefused, unseen, named);
        }
    }
}
