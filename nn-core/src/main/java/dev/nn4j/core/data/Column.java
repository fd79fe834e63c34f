// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import java.util.Arrays;

/** One column of a table: numbers, texts, or cells that were not read. Immutable. */
abstract class Column {
    private final String name;
    private final int field;

    private Column(String name, int field) {
        this.name = name;
        this.field = field;
    }

    /** Its place in a row of the source, counted from 1. */
    final int field() {
        return field;
    }

    final String name() {
        return name;
    }

    /** The numbers themselves; read only. */
    float[] numbers(DataException.Location header) {
        throw new DataException(header, "column '" + name + "' was not read as numbers");
    }

    /** The texts themselves; read only. */
    String[] texts(DataException.Location header) {
        throw new DataException(header, "column '" + name + "' was not read as text");
    }

    /** Whether another column holds the same; false for cells that were not read. */
    boolean sameCells(Column other) {
        return false;
    }

    /** The cells of these rows, in that order. */
    abstract Column select(int[] rows);

    /** Adds the cells that were read. */
    abstract void addTo(TableDigest digest);

    static Column numbers(String name, int field, float[] numbers) {
        return new Numbers(name, field, numbers);
    }

    static Column texts(String name, int field, String[] texts) {
        return new Texts(name, field, texts);
    }

    static Column skipped(String name, int field) {
        return new Skipped(name, field);
    }

    private static final class Numbers extends Column {
        private final float[] numbers;

        Numbers(String name, int field, float[] numbers) {
            super(name, field);
            this.numbers = numbers;
        }

        @Override
        float[] numbers(DataException.Location header) {
            return numbers;
        }

        @Override
        boolean sameCells(Column other) {
            return other instanceof Numbers that && Arrays.equals(numbers, that.numbers);
        }

        @Override
        Column select(int[] rows) {
            float[] selected = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                selected[i] = numbers[rows[i]];
            }
            return new Numbers(name(), field(), selected);
        }

        @Override
        void addTo(TableDigest digest) {
            digest.add(name(), numbers);
        }
    }

    private static final class Texts extends Column {
        private final String[] texts;

        Texts(String name, int field, String[] texts) {
            super(name, field);
            this.texts = texts;
        }

        @Override
        String[] texts(DataException.Location header) {
            return texts;
        }

        @Override
        boolean sameCells(Column other) {
            return other instanceof Texts that && Arrays.equals(texts, that.texts);
        }

        @Override
        Column select(int[] rows) {
            String[] selected = new String[rows.length];
            for (int i = 0; i < rows.length; i++) {
                selected[i] = texts[rows[i]];
            }
            return new Texts(name(), field(), selected);
        }

        @Override
        void addTo(TableDigest digest) {
            digest.add(name(), texts);
        }
    }

    private static final class Skipped extends Column {
        Skipped(String name, int field) {
            super(name, field);
        }

        @Override
        Column select(int[] rows) {
            return this;
        }

        @Override
        void addTo(TableDigest digest) {}
    }
}
