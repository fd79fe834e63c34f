// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one pass over a column tells of it.
 *
 * @param feature that the column is
 * @param constant whether all its cells are the same
 * @param identifier whether it counts the rows, or is a category that hardly repeats
 * @param missing how many rows have no value
 * @param hash of its cells, in order
 */
record ColumnTraits(Feature feature, boolean constant, boolean identifier, int missing, int hash) {
    /** The traits of features' columns, in one walk over the rows, of which there must be one. */
    static List<ColumnTraits> of(Table table, List<Feature> features) {
        List<Look> looks = features.stream()
                .map(feature -> feature.cellType().isText()
                        ? new TextLook(feature, table.textsOf(feature.name()))
                        : new NumberLook(feature, table.numbersOf(feature.name())))
                .toList();
        RowBlocks.over(table.rows(), (from, to) -> looks.forEach(look -> look.at(from, to)));
        return looks.stream().map(Look::traits).toList();
    }

    String name() {
        return feature.name();
    }

    /** A column that is looked at. */
    private abstract static class Look {
        final Feature feature;
        final Column cells;
        boolean constant = true;
        int missing;
        int hash = 1;

        Look(Feature feature, Column cells) {
            this.feature = feature;
            this.cells = cells;
        }

        final void at(int from, int to) {
            for (int row = from; row < to; row++) {
                see(row);
            }
        }

        abstract void see(int row);

        abstract boolean isIdentifier();

        final ColumnTraits traits() {
            return new ColumnTraits(feature, constant, isIdentifier(), missing, hash);
        }
    }

    private static final class TextLook extends Look {
        /** So many rows tell whether texts repeat. */
        private static final int MOST_ROWS = 1 << 17;

        private static final int MOST_KNOWN = 1 << 14;

        private final Set<String> different = new HashSet<>();
        private final Map<String, Boolean> isMissing = new HashMap<>();
        private final String first;
        private int rows;

        TextLook(Feature feature, Column cells) {
            super(feature, cells);
            this.first = cells.text(0);
        }

        @Override
        void see(int row) {
            String text = cells.text(row);
            missing += isMissing(text) ? 1 : 0;
            constant &= text.equals(first);
            hash = 31 * hash + text.hashCode();
            if (feature.kind() instanceof CategoryKind && row < MOST_ROWS) {
                different.add(text);
                rows++;
            }
        }

        private boolean isMissing(String text) {
            Boolean known = isMissing.get(text);
            if (known != null) {
                return known;
            }
            boolean missing = feature.kind().isMissing(text);
            if (isMissing.size() < MOST_KNOWN) {
                isMissing.put(text, missing);
            }
            return missing;
        }

        @Override
        boolean isIdentifier() {
            return 2L * different.size() > rows;
        }
    }

    private static final class NumberLook extends Look {
        private final float first;
        private float before = Float.NEGATIVE_INFINITY;
        private boolean counts = true;

        NumberLook(Feature feature, Column cells) {
            super(feature, cells);
            this.first = cells.number(0);
        }

        @Override
        void see(int row) {
            float number = cells.number(row);
            missing += Float.isNaN(number) ? 1 : 0;
            hash = 31 * hash + Float.hashCode(number);
            constant &= Float.compare(number, first) == 0;
            counts &= row == 0 || (number > before && number == Math.rint(number));
            before = number;
        }

        @Override
        boolean isIdentifier() {
            return counts;
        }
    }
}
