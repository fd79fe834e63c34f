// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.core.internal.work.SharedRows;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The features of a table side by side as raw rows. Read-only; a row is read when it is asked for.
 *
 * @since 0.1.0
 */
public abstract class RawRows {
    private final int rows;
    private final int width;

    private RawRows(int rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    /** Number of rows. */
    public final int rows() {
        return rows;
    }

    /** Floats to a row. */
    public final int width() {
        return width;
    }

    /** Copies a row into {@code into} from {@code at} on. */
    public abstract void read(int row, float[] into, int at);

    /** Copies the rows {@code [from, to)} into {@code into} from its begin on. */
    public final void read(int from, int to, float[] into) {
        readAll(from, to, into);
    }

    void readAll(int from, int to, float[] into) {
        for (int row = from; row < to; row++) {
            read(row, into, (row - from) * width);
        }
    }

    /** Rows of a matrix. */
    public static RawRows of(float[] matrix, int width) {
        return new RawRows(matrix.length / width, width) {
            @Override
            public void read(int row, float[] into, int at) {
                System.arraycopy(matrix, row * width, into, at, width);
            }
        };
    }

    /** Rows that are read off the table whenever they are asked for. */
    public static RawRows of(Table table, List<Feature> features) {
        return of(table, features, (feature, at) -> Part.of(table, feature, at));
    }

    private static RawRows of(Table table, List<Feature> features, BiFunction<Feature, Integer, Part> partOf) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Feature feature : features) {
            Part part = partOf.apply(feature, at);
            boolean joined = !parts.isEmpty() && parts.get(parts.size() - 1).isBefore(part);
            parts.add(joined ? parts.remove(parts.size() - 1).with(part) : part);
            at += feature.rawWidth();
        }
        Part[] all = parts.toArray(Part[]::new);
        return new RawRows(table.rows(), at) {
            @Override
            public void read(int row, float[] into, int to) {
                for (Part part : all) {
                    part.read(row, into, to);
                }
            }

            /** Part by part, which is faster; of several that fail the first in the order of rows counts. */
            @Override
            void readAll(int from, int to, float[] into) {
                try {
                    for (Part part : all) {
                        part.read(from, to, into, width());
                    }
                } catch (DataException e) {
                    super.readAll(from, to, into);
                    throw e;
                }
            }
        };
    }

    /**
     * Rows that are cheap to ask for again and again: what takes more than a look into the store, and may fail, is read
     * once and kept.
     */
    public static RawRows forManyPasses(Table table, List<Feature> features) {
        List<Feature> dear = features.stream()
                .filter(feature -> feature.cellType().isText() || feature.kind().offset() != 0)
                .toList();
        if (dear.stream().noneMatch(feature -> feature.cellType().isText())) {
            return of(table, features);
        }
        Kept kept = new Kept(kept(table, dear), of(table, dear).width());
        int[] place = {0};
        return of(table, features, (feature, at) -> {
            if (!dear.contains(feature)) {
                return Part.of(table, feature, at);
            }
            place[0] += feature.rawWidth();
            return new KeptPart(kept, place[0] - feature.rawWidth(), at, feature.rawWidth());
        });
    }

    /** Rows that were read: so many floats to a row. */
    private record Kept(WordArray words, int width) {}

    private static WordArray kept(Table table, List<Feature> features) {
        int width = of(table, features).width();
        WordArray kept = table.newWords((long) table.rows() * width);
        SharedRows.over(table.rows(), width, table.threads(), table.cancellation(), () -> {
            RawRows read = of(table, features);
            float[] raw = new float[width];
            return row -> {
                read.read(row, raw, 0);
                kept.write((long) row * width, raw, 0, width);
            };
        });
        return kept;
    }

    /** One feature of a row, or several whose numbers stand side by side. */
    private abstract static class Part {
        abstract void read(int row, float[] into, int to);

        /** Reads the rows {@code [from, end)}, the first to the begin, each so many floats behind the one before. */
        void read(int from, int end, float[] into, int step) {
            for (int row = from; row < end; row++) {
                read(row, into, (row - from) * step);
            }
        }

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
            if (feature.kind().offset() != 0) {
                return new OffsetPart(table, column, feature.kind().offset(), at);
            }
            return new NumbersPart(column, at, 1);
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

        @Override
        void read(int from, int end, float[] into, int step) {
            for (int row = from; row < end; row++) {
                reader.read(row, into, (row - from) * step + at);
            }
        }
    }

    /** The number of a column, and those of columns behind it in its store. */
    private static final class NumbersPart extends Part {
        private final Column column;
        private final int at;
        private final int count;

        NumbersPart(Column column, int at, int count) {
            this.column = column;
            this.at = at;
            this.count = count;
        }

        @Override
        void read(int row, float[] into, int to) {
            column.numbers(row, into, to + at, count);
        }

        @Override
        void read(int from, int end, float[] into, int step) {
            if (count > 1) {
                super.read(from, end, into, step);
            } else {
                column.numbersOf(from, end, into, at, step);
            }
        }

        @Override
        boolean isBefore(Part next) {
            return next instanceof NumbersPart that && column.isFollowedBy(that.column, count);
        }

        @Override
        Part with(Part next) {
            return new NumbersPart(column, at, count + ((NumbersPart) next).count);
        }
    }

    /** Numbers of a row that were read and kept. */
    private static final class KeptPart extends Part {
        private final Kept kept;
        private final int place;
        private final int at;
        private final int count;

        KeptPart(Kept kept, int place, int at, int count) {
            this.kept = kept;
            this.place = place;
            this.at = at;
            this.count = count;
        }

        @Override
        void read(int row, float[] into, int to) {
            kept.words.read((long) row * kept.width + place, into, to + at, count);
        }

        @Override
        boolean isBefore(Part next) {
            return next instanceof KeptPart;
        }

        @Override
        Part with(Part next) {
            return new KeptPart(kept, place, at, count + ((KeptPart) next).count);
        }
    }

    private static final class OffsetPart extends Part {
        private final Table table;
        private final Column column;
        private final double offset;
        private final int at;

        OffsetPart(Table table, Column column, double offset, int at) {
            this.table = table;
            this.column = column;
            this.offset = offset;
            this.at = at;
        }

        @Override
        void read(int row, float[] into, int to) {
            into[to + at] = lessOffset(table, column, row, offset);
        }
    }

    /** The number of a row less an offset, as the nearest float. */
    public static float lessOffset(Table table, Column column, int row, double offset) {
        double number = column.exact(row);
        float less = (float) (number - offset);
        return Float.isInfinite(less)
                ? NumberKind.lessOffset(number, offset, column.name(), table.location(row, column.name()))
                : less;
    }
}
