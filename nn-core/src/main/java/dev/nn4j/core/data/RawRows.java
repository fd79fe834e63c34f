// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.ArrayList;
import java.util.List;

/** The features of a table side by side as raw rows. */
abstract class RawRows {
    private final int rows;
    private final int width;

    private RawRows(int rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    /** Number of rows. */
    final int rows() {
        return rows;
    }

    /** Floats to a row. */
    final int width() {
        return width;
    }

    /** Copies a row into {@code into} from {@code at} on. */
    abstract void read(int row, float[] into, int at);

    /** Copies the rows {@code [from, to)} into {@code into} from its begin on. */
    final void read(int from, int to, float[] into) {
        for (int row = from; row < to; row++) {
            read(row, into, (row - from) * width);
        }
    }

    /** Rows of a matrix. */
    static RawRows of(float[] matrix, int width) {
        return new RawRows(matrix.length / width, width) {
            @Override
            void read(int row, float[] into, int at) {
                System.arraycopy(matrix, row * width, into, at, width);
            }
        };
    }

    /** Rows that are read off the table whenever they are asked for. */
    static RawRows of(Table table, List<Feature> features) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Feature feature : features) {
            Part part = Part.of(table, feature, at);
            boolean joined = !parts.isEmpty() && parts.get(parts.size() - 1).isBefore(part);
            parts.add(joined ? parts.remove(parts.size() - 1).with(part) : part);
            at += feature.rawWidth();
        }
        Part[] all = parts.toArray(Part[]::new);
        return new RawRows(table.rows(), at) {
            @Override
            void read(int row, float[] into, int to) {
                for (Part part : all) {
                    part.read(row, into, to);
                }
            }
        };
    }

    /** Rows that are cheap to ask for again and again: those whose texts are to be read are read once and kept. */
    static RawRows forManyPasses(Table table, List<Feature> features) {
        RawRows read = of(table, features);
        if (features.stream().allMatch(feature -> !feature.cellType().isText())) {
            return read;
        }
        int width = read.width();
        Words kept = table.newWords((long) read.rows() * width);
        float[] row = new float[width];
        for (int r = 0; r < read.rows(); r++) {
            read.read(r, row, 0);
            kept.write((long) r * width, row, 0, width);
        }
        return new RawRows(read.rows(), width) {
            @Override
            void read(int r, float[] into, int at) {
                kept.read((long) r * width, into, at, width);
            }
        };
    }

    /** One feature of a row, or several whose numbers stand side by side. */
    private abstract static class Part {
        abstract void read(int row, float[] into, int to);

        /** Whether another's numbers stand right behind, in the store and in the raw row. */
        boolean isBefore(Part next) {
            return false;
        }

        Part with(Part next) {
            throw new IllegalStateException("parts that do not stand side by side");
        }

        static Part of(Table table, Feature feature, int at) {
            if (feature.cellType().isText()) {
                return new TextPart(new CellReader(table, feature), at);
            }
            Column column = table.numbersOf(feature.name());
            StoredRows stored = table.storedRows();
            return stored == null
                    ? new NumberPart(column, at)
                    : new StoredPart(stored, table.placeOf(feature.name()), at, 1);
        }
    }

    private static final class TextPart extends Part {
        private final CellReader reader;
        private final int at;

        TextPart(CellReader reader, int at) {
            this.reader = reader;
            this.at = at;
        }

        @Override
        void read(int row, float[] into, int to) {
            reader.read(row, into, to + at);
        }
    }

    private static final class NumberPart extends Part {
        private final Column column;
        private final int at;

        NumberPart(Column column, int at) {
            this.column = column;
            this.at = at;
        }

        @Override
        void read(int row, float[] into, int to) {
            into[to + at] = column.number(row);
        }
    }

    private static final class StoredPart extends Part {
        private final StoredRows stored;
        private final int place;
        private final int at;
        private final int count;

        StoredPart(StoredRows stored, int place, int at, int count) {
            this.stored = stored;
            this.place = place;
            this.at = at;
            this.count = count;
        }

        @Override
        void read(int row, float[] into, int to) {
            stored.store().numbers(stored.row(row), place, into, to + at, count);
        }

        @Override
        boolean isBefore(Part next) {
            return next instanceof StoredPart that && place + count == that.place;
        }

        @Override
        Part with(Part next) {
            return new StoredPart(stored, place, at, count + ((StoredPart) next).count);
        }
    }
}
