// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.words.KeptWords;
import java.util.BitSet;

/**
 * One column of a table: numbers, texts, or cells that were not read. Immutable.
 *
 * @since 0.1.0
 */
public abstract class Column {
    private final String name;
    private final int field;
    private final CellType type;

    private Column(String name, int field, CellType type) {
        this.name = name;
        this.field = field;
        this.type = type;
    }

    /** Its place in a row of the source, counted from 1. */
    final int field() {
        return field;
    }

    /** Its name in the header. */
    public final String name() {
        return name;
    }

    final CellType type() {
        return type;
    }

    final boolean holdsNumbers() {
        return type.isNumber();
    }

    /** Whether its cells were read as texts. */
    public final boolean holdsTexts() {
        return type.isText();
    }

    /** Whether the text of a row stands for a value of a program that was no text, and so for no mark. */
    public boolean isValue(int row) {
        return false;
    }

    /** Whether the text of a row says that there is no value. */
    public final boolean isGap(int row, MissingMarks marks) {
        return marks.isMark(text(row)) && !isValue(row);
    }

    /** The number of a row as the nearest float. */
    public float number(int row) {
        throw new IllegalStateException("column '" + name + "' holds no numbers");
    }

    /** The number of a row as it was read. */
    public double exact(int row) {
        return number(row);
    }

    /** Whether it may hold different numbers that have one float. */
    boolean isFiner() {
        return false;
    }

    /** The text of a row. */
    public String text(int row) {
        throw new IllegalStateException("column '" + name + "' holds no texts");
    }

    /**
     * A number, at least 0, that rows of equal texts have in common, and no others of the column; −1 if texts have none.
     *
     * @since 0.1.0
     */
    public int code(int row) {
        return -1;
    }

    /**
     * Copies the number of a row, and those of columns that lie behind this one in its store.
     *
     * @param into receives the numbers at {@code at} on
     * @param count of the columns; more than one only of those that {@link #isFollowedBy} has found
     */
    public void numbers(int row, float[] into, int at, int count) {
        into[at] = number(row);
    }

    /**
     * Copies the numbers of the rows {@code [from, to)} into {@code into}, the first to {@code at}, each {@code step} behind the
     * one before.
     *
     * @since 0.1.0
     */
    public void numbersOf(int from, int to, float[] into, int at, int step) {
        for (int row = from; row < to; row++) {
            into[at + (row - from) * step] = number(row);
        }
    }

    /** The same of the rows whose indices are {@code rows[from … to)}. */
    void numbersOf(WordArray rows, int from, int to, float[] into, int at, int step) {
        for (int i = from; i < to; i++) {
            into[at + (i - from) * step] = number(rows.get(i));
        }
    }

    /** Whether another column lies so many places behind this one in one store, so that a read may take both. */
    public boolean isFollowedBy(Column other, int places) {
        return false;
    }

    /** The cells of these rows, in that order, of a column in memory. */
    Column select(WordArray rows) {
        return this;
    }

    /** The cells of these rows, in that order, of a column in memory that has all; they stay where they are. */
    final Column view(WordArray rows) {
        return type.isSkipped() ? this : new View(this, rows);
    }

    /** Numbers on a {@link DecimalGrid}, the bits of their floats. */
    static Column numbers(String name, int field, CellType type, KeptWords numbers, int decimals) {
        return new Numbers(name, field, type, numbers, decimals);
    }

    /** Numbers with their {@link FloatRest}s. */
    static Column numbers(String name, int field, CellType type, KeptWords numbers, KeptWords rests) {
        return new FinerNumbers(name, field, type, numbers, rests);
    }

    /** Texts by codes, and of which rows they stand for values. */
    static Column texts(String name, int field, KeptWords codes, String[] texts, BitSet values) {
        return new Texts(name, field, codes, texts, values);
    }

    static Column skipped(String name, int field) {
        return new Skipped(name, field);
    }

    static Column stored(String name, int field, CellType type, StoredRows rows, int place) {
        return type.isSkipped() ? skipped(name, field) : new Stored(name, field, type, rows, place);
    }

    private static final class Numbers extends Column {
        private final KeptWords numbers;
        private final int decimals;

        Numbers(String name, int field, CellType type, KeptWords numbers, int decimals) {
            super(name, field, type);
            this.numbers = numbers;
            this.decimals = decimals;
        }

        @Override
        public float number(int row) {
            return numbers.number(row);
        }

        @Override
        public double exact(int row) {
            return DecimalGrid.number(numbers.number(row), decimals);
        }

        @Override
        public void numbersOf(int from, int to, float[] into, int at, int step) {
            copy(numbers, from, to, into, at, step);
        }

        @Override
        void numbersOf(WordArray rows, int from, int to, float[] into, int at, int step) {
            copy(numbers, rows, from, to, into, at, step);
        }

        @Override
        Column select(WordArray rows) {
            return new Numbers(name(), field(), type(), selected(numbers, rows), decimals);
        }
    }

    private static final class FinerNumbers extends Column {
        private final KeptWords numbers;
        private final KeptWords rests;

        FinerNumbers(String name, int field, CellType type, KeptWords numbers, KeptWords rests) {
            super(name, field, type);
            this.numbers = numbers;
            this.rests = rests;
        }

        @Override
        public float number(int row) {
            return numbers.number(row);
        }

        @Override
        public double exact(int row) {
            return FloatRest.number(numbers.number(row), rests.get(row));
        }

        @Override
        boolean isFiner() {
            return true;
        }

        @Override
        public void numbersOf(int from, int to, float[] into, int at, int step) {
            copy(numbers, from, to, into, at, step);
        }

        @Override
        void numbersOf(WordArray rows, int from, int to, float[] into, int at, int step) {
            copy(numbers, rows, from, to, into, at, step);
        }

        @Override
        Column select(WordArray rows) {
            return new FinerNumbers(name(), field(), type(), selected(numbers, rows), selected(rests, rows));
        }
    }

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

    private static KeptWords selected(KeptWords words, WordArray rows) {
        int count = ArrayLength.of("selected rows", rows.length());
        return KeptWords.of(count, i -> words.get(rows.get(i)));
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

    private static final class Skipped extends Column {
        Skipped(String name, int field) {
            super(name, field, CellType.SKIPPED);
        }
    }

    private static final class Stored extends Column {
        private final StoredRows rows;
        private final int place;

        Stored(String name, int field, CellType type, StoredRows rows, int place) {
            super(name, field, type);
            this.rows = rows;
            this.place = place;
        }

        @Override
        public void numbers(int row, float[] into, int at, int count) {
            rows.store().numbers(rows.row(row), place, into, at, count);
        }

        @Override
        public boolean isFollowedBy(Column other, int places) {
            return other instanceof Stored that && rows.store() == that.rows.store() && place + places == that.place;
        }

        @Override
        public float number(int row) {
            return rows.store().number(rows.row(row), place);
        }

        @Override
        public double exact(int row) {
            return rows.store().exact(rows.row(row), place);
        }

        @Override
        boolean isFiner() {
            return holdsNumbers() && rows.store().isFiner(place);
        }

        @Override
        public boolean isValue(int row) {
            return holdsTexts() && rows.store().isValue(rows.row(row), place);
        }

        @Override
        public String text(int row) {
            return rows.store().text(rows.row(row), place);
        }
    }

    /** Some cells of a column in memory that has all, in an order of their own. */
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
