// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

/** One column of a table: numbers, texts, or cells that were not read. Immutable. */
abstract class Column {
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

    final String name() {
        return name;
    }

    final CellType type() {
        return type;
    }

    final boolean holdsNumbers() {
        return type.isNumber();
    }

    final boolean holdsTexts() {
        return type.isText();
    }

    /** The number of a row. */
    float number(int row) {
        throw new IllegalStateException("column '" + name + "' holds no numbers");
    }

    /** The text of a row. */
    String text(int row) {
        throw new IllegalStateException("column '" + name + "' holds no texts");
    }

    /** The cells of these rows, in that order, of a column in memory. */
    Column select(Words rows) {
        return this;
    }

    static Column numbers(String name, int field, CellType type, float[] numbers) {
        return new Numbers(name, field, type, numbers);
    }

    static Column texts(String name, int field, String[] texts) {
        return new Texts(name, field, texts);
    }

    static Column skipped(String name, int field) {
        return new Skipped(name, field);
    }

    static Column stored(String name, int field, CellType type, StoredRows rows, int place) {
        return type.isSkipped() ? skipped(name, field) : new Stored(name, field, type, rows, place);
    }

    private static final class Numbers extends Column {
        private final float[] numbers;

        Numbers(String name, int field, CellType type, float[] numbers) {
            super(name, field, type);
            this.numbers = numbers;
        }

        @Override
        float number(int row) {
            return numbers[row];
        }

        @Override
        Column select(Words rows) {
            float[] selected = new float[Math.toIntExact(rows.length())];
            for (int i = 0; i < selected.length; i++) {
                selected[i] = numbers[rows.get(i)];
            }
            return new Numbers(name(), field(), type(), selected);
        }
    }

    private static final class Texts extends Column {
        private final String[] texts;

        Texts(String name, int field, String[] texts) {
            super(name, field, CellType.TEXT);
            this.texts = texts;
        }

        @Override
        String text(int row) {
            return texts[row];
        }

        @Override
        Column select(Words rows) {
            String[] selected = new String[Math.toIntExact(rows.length())];
            for (int i = 0; i < selected.length; i++) {
                selected[i] = texts[rows.get(i)];
            }
            return new Texts(name(), field(), selected);
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
        float number(int row) {
            return rows.store().number(rows.row(row), place);
        }

        @Override
        String text(int row) {
            return rows.store().text(rows.row(row), place);
        }
    }
}
