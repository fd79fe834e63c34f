// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.internal.words.CodeMemo;
import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.internal.work.SharedLoop;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one pass over a column tells of it.
 *
 * @param feature that the column is
 * @param constant whether all its cells are the same
 * @param identifier whether it numbers the rows, in whatever order, or is a category that hardly repeats
 * @param namedIdentifier whether it is none of these, but has an identifier's name, and many different whole numbers
 * @param beyondDoubles whether its numbers are whole and so large that doubles hold only some of them
 * @param merged whether many numbers become one float with the different one before them, in spite of an offset
 * @param tiny whether its numbers are so near to 0 that floats hold few of their digits, or none
 * @param missing how many rows have no value
 * @param hash of its cells, in order
 * @param lookalikes what to tell of categories that may be meant to be one
 */
record ColumnTraits(
        Feature feature,
        boolean constant,
        boolean identifier,
        boolean namedIdentifier,
        boolean beyondDoubles,
        boolean merged,
        boolean tiny,
        int missing,
        int hash,
        Optional<String> lookalikes) {
    /** So many rows tell whether cells repeat. */
    private static final int MOST_ROWS = 1 << 17;

    /** The traits of features' columns, in one walk over the rows, of which there must be one. */
    static List<ColumnTraits> of(Table table, List<Feature> features) {
        List<Look> looks = features.stream()
                .map(feature -> feature.cellType().isText()
                        ? new TextLook(feature, table.textsOf(feature.name()))
                        : new NumberLook(feature, table.numbersOf(feature.name())))
                .toList();
        ColumnWalk.over(table.rows(), table.threads(), table.cancellation(), looks);
        int threads = ColumnWalk.sharing(table.rows(), looks.size(), table.threads());
        return SharedLoop.of(looks.size(), threads, column -> looks.get(column).traits());
    }

    String name() {
        return feature.name();
    }

    /** A column that is looked at. */
    private abstract static class Look implements ColumnWalk.Column {
        final Feature feature;
        final Column cells;
        boolean constant = true;
        int missing;
        int hash = 1;

        Look(Feature feature, Column cells) {
            this.feature = feature;
            this.cells = cells;
        }

        @Override
        public final void see(int from, int to) {
            for (int row = from; row < to; row++) {
                see(row);
            }
        }

        abstract void see(int row);

        abstract boolean isIdentifier();

        boolean isNamedIdentifier() {
            return false;
        }

        Optional<String> lookalikes() {
            return Optional.empty();
        }

        boolean isBeyondDoubles() {
            return false;
        }

        boolean isMerged() {
            return false;
        }

        boolean isTiny() {
            return false;
        }

        final ColumnTraits traits() {
            boolean identifier = isIdentifier();
            return new ColumnTraits(
                    feature,
                    constant,
                    identifier,
                    !identifier && isNamedIdentifier(),
                    isBeyondDoubles(),
                    isMerged(),
                    isTiny(),
                    missing,
                    hash,
                    lookalikes());
        }
    }

    private static final class TextLook extends Look {
        private static final int MOST_KNOWN = 1 << 14;

        /** What a text tells of each row that has it. */
        private record Told(String text, boolean missing, boolean first, int hash) {}

        private final CodeMemo<Told> known = new CodeMemo<>();
        private final boolean category;
        private final Set<String> different = new HashSet<>();
        private final Map<String, Boolean> isMissing = new HashMap<>();
        private final String first;
        private int rows;

        TextLook(Feature feature, Column cells) {
            super(feature, cells);
            this.category = feature.kind() instanceof CategoryKind;
            this.first = cells.text(0);
        }

        @Override
        void see(int row) {
            int code = cells.code(row);
            Told text = known.get(code);
            if (text == null) {
                text = told(cells.text(row));
                known.put(code, text);
            }
            missing += text.missing && !cells.isValue(row) ? 1 : 0;
            constant &= text.first;
            hash = 31 * hash + text.hash;
            if (category && row < MOST_ROWS) {
                different.add(text.text);
                rows++;
            }
        }

        private Told told(String text) {
            return new Told(text, isMissing(text), text.equals(first), text.hashCode());
        }

        private boolean isMissing(String text) {
            Boolean known = isMissing.get(text);
            if (known != null) {
                return known;
            }
            boolean missing = feature.isMissing(text);
            if (isMissing.size() < MOST_KNOWN) {
                isMissing.put(text, missing);
            }
            return missing;
        }

        @Override
        boolean isIdentifier() {
            return 2L * different.size() > rows;
        }

        /** Texts that hardly repeat are no categories, whose number has a bound. */
        @Override
        Optional<String> lookalikes() {
            return different.size() > MOST_KNOWN ? Optional.empty() : Lookalikes.told("categories", different);
        }
    }

    private static final class NumberLook extends Look {
        /** Up to here a double holds every whole number. */
        private static final double EVERY_WHOLE = 0x1p53;

        private static final double MOST_IN_64_BITS = 0x1p64;
        /** Numbers a million times smaller than this one still are floats of all their digits. */
        private static final double LEAST = 0x1p-106;

        private static final double MANY = 0.05;
        private static final double LOOSEST = 2;
        private static final double MOST_AGAIN = 0.02;
        private static final double MANY_DIFFERENT = 0.2;

        private final double first;
        private final double offset;
        private double before = Double.NEGATIVE_INFINITY;
        private boolean counts = true;
        private boolean whole = true;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;
        private double most;
        private int rows;
        private int mergedRows;

        NumberLook(Feature feature, Column cells) {
            super(feature, cells);
            this.first = cells.exact(0);
            this.offset = feature.kind().offset();
        }

        @Override
        void see(int row) {
            double number = cells.exact(row);
            missing += Double.isNaN(number) ? 1 : 0;
            hash = 31 * hash + Double.hashCode(number);
            constant = constant && Double.compare(number, first) == 0;
            counts = counts && (row == 0 || (number > before && number == Math.rint(number)));
            mergedRows += row > 0 && number != before && lessOffset(number) == lessOffset(before) ? 1 : 0;
            most = Math.max(most, Math.abs(number));
            rows++;
            before = number;
            whole = whole && number == Math.rint(number);
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }

        @Override
        boolean isIdentifier() {
            return counts || (whole && greatest - least < LOOSEST * rows && areDifferent());
        }

        /** A number for each thing that rows are of, such as a customer, and not one among a few. */
        @Override
        boolean isNamedIdentifier() {
            if (!whole || !IdentifierName.isOne(feature.name())) {
                return false;
            }
            int looked = Math.min(rows, MOST_ROWS);
            Set<Double> different = new HashSet<>();
            for (int row = 0; row < looked; row++) {
                different.add(cells.exact(row));
            }
            return different.size() >= MANY_DIFFERENT * looked;
        }

        /** Whoever numbers rows leaves out fewer numbers than he gives, so that one bit for each is little. */
        private boolean areDifferent() {
            BitSet seen = new BitSet();
            int again = 0;
            for (int row = 0; row < rows && again <= MOST_AGAIN * rows; row++) {
                int at = (int) (cells.exact(row) - least);
                again += seen.get(at) ? 1 : 0;
                seen.set(at);
            }
            return again <= MOST_AGAIN * rows;
        }

        private float lessOffset(double number) {
            return (float) (number - offset);
        }

        /** Larger numbers than an identifier in 64 bits are measured, and meant only so far. */
        @Override
        boolean isBeyondDoubles() {
            return (constant || feature.kind().offset() != 0) && most > EVERY_WHOLE && most <= MOST_IN_64_BITS;
        }

        /** Below a float's least one, numbers are 0 in a table. */
        @Override
        boolean isTiny() {
            return most < LEAST;
        }

        @Override
        boolean isMerged() {
            return mergedRows > MANY * rows;
        }
    }
}
