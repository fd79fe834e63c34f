// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.words.KeptWords;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Columns in memory: numbers and texts in the words in which they came, and views of some of their cells. */
final class KeptColumns {
    private KeptColumns() {}

    /** Numbers on a {@link DecimalGrid}, the bits of their floats. */
    static Column numbers(String name, int field, CellType type, KeptWords numbers, int decimals) {
        return new Numbers(name, field, type, numbers, decimals, null);
    }

    /** Numbers with their {@link FloatRest}s. */
    static Column numbers(String name, int field, CellType type, KeptWords numbers, KeptWords rests) {
        return new Numbers(name, field, type, numbers, 0, rests);
    }

    /** Texts by codes, and of which rows they stand for values. */
    static Column texts(String name, int field, KeptWords codes, String[] texts, BitSet values) {
        return new Texts(name, field, codes, texts, values);
    }

    /** The cells of these rows, in that order, of a column that has all; they stay where they are. */
    static Column view(Column all, WordArray rows) {
        return all.type().isSkipped() ? all : new View(all, rows);
    }

    private static KeptWords selected(KeptWords words, WordArray rows) {
        int count = ArrayLength.of("selected rows", rows.length());
        return KeptWords.of(count, i -> words.get(rows.get(i)));
    }

    private static final class Numbers extends Column {
        private final KeptWords numbers;
        private final int decimals;
        /** What the floats leave out; null where they are on a grid of so many decimals. */
        private final @Nullable KeptWords rests;

        Numbers(String name, int field, CellType type, KeptWords numbers, int decimals, @Nullable KeptWords rests) {
            super(name, field, type);
            this.numbers = numbers;
            this.decimals = decimals;
            this.rests = rests;
        }

        @Override
        public float number(int row) {
            return numbers.number(row);
        }

        @Override
        public double exact(int row) {
            return rests == null
                    ? DecimalGrid.number(numbers.number(row), decimals)
                    : FloatRest.number(numbers.number(row), rests.get(row));
        }

        @Override
        boolean isFiner() {
            return rests != null;
        }

        @Override
        public void numbersOf(int from, int to, float[] into, int at, int step) {
            copy(numbers, from, to, into, at, step);
        }

        @Override
        void numbersOf(WordArray rows, int from, int to, float[] into, int at, int step) {
            copy(numbers, rows, from, to, into, at, step);
        }

        /** Static, so that the loop does not read a field each time. */
        private static void copy(KeptWords numbers, int from, int to, float[] into, int at, int step) {
            int next = at;
            for (int row = from; row < to; row++) {
                into[next] = numbers.number(row);
                next += step;
            }
        }

        private static void copy(KeptWords numbers, WordArray rows, int from, int to, float[] into, int at, int step) {
            int next = at;
            for (int i = from; i < to; i++) {
                into[next] = numbers.number(rows.get(i));
                next += step;
            }
        }

        @Override
        Column select(WordArray rows) {
            KeptWords some = rests == null ? null : selected(rests, rows);
            return new Numbers(name(), field(), type(), selected(numbers, rows), decimals, some);
        }
    }

    private static final class Texts extends Column {
        private final KeptWords codes;
        private final String[] texts;
        private final BitSet values;

        Texts(String name, int field, KeptWords codes, String[] texts, BitSet values) {
            super(name, field, CellType.TEXT);
            this.codes = codes;
            this.texts = texts;
            this.values = values;
        }

        @Override
        public boolean isValue(int row) {
            return values.get(row);
        }

        @Override
        public String text(int row) {
            return texts[codes.get(row)];
        }

        @Override
        public int code(int row) {
            return codes.get(row);
        }

        @Override
        Column select(WordArray rows) {
            BitSet selectedValues = new BitSet();
            for (int i = 0; !values.isEmpty() && i < rows.length(); i++) {
                selectedValues.set(i, values.get(rows.get(i)));
            }
            return new Texts(name(), field(), selected(codes, rows), texts, selectedValues);
        }
    }

    /** Some cells, in an order of their own. */
    private static final class View extends Column {
        private final Column all;
        private final WordArray rows;

        View(Column all, WordArray rows) {
            super(all.name(), all.field(), all.type());
            this.all = all;
            this.rows = rows;
        }

        @Override
        public float number(int row) {
            return all.number(rows.get(row));
        }

        @Override
        public void numbersOf(int from, int to, float[] into, int at, int step) {
            all.numbersOf(rows, from, to, into, at, step);
        }

        @Override
        public double exact(int row) {
            return all.exact(rows.get(row));
        }

        @Override
        boolean isFiner() {
            return all.isFiner();
        }

        @Override
        public String text(int row) {
            return all.text(rows.get(row));
        }

        @Override
        public int code(int row) {
            return all.code(rows.get(row));
        }

        @Override
        public boolean isValue(int row) {
            return all.isValue(rows.get(row));
        }
    }
}
