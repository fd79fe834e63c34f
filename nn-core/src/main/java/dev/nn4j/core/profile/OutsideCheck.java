// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a row that lie outside what training rows held: numbers and dates below the least or above the
 * largest, categories that no row had. A gap is not outside. For one thread at a time.
 *
 * @since 0.1.0
 */
public final class OutsideCheck {
    private final Schema schema;
    private final List<CellReading> readings;
    private final List<Look> looks;

    /**
     * Compares with a profile.
     *
     * @throws IllegalArgumentException if the profile is of other columns than the schema's features
     */
    public OutsideCheck(Schema schema, TrainingProfile profile) {
        profile.requireFits(schema);
        this.schema = schema;
        this.readings = schema.features().stream().map(CellReading::of).toList();
        this.looks = profile.columns().stream().map(Look::new).toList();
    }

    /**
     * How many values of a row are outside.
     *
     * @param row of a source
     * @param binding of that source
     * @throws dev.nn4j.api.DataException if a cell cannot be read
     */
    public int outside(SourceRow row, RowBinding binding) {
        int outside = 0;
        for (int f = 0; f < readings.size(); f++) {
            int field = binding.field(f);
            outside += isOutside(f, row.cells().get(field), binding.location(row, f)) ? 1 : 0;
        }
        return outside;
    }

    /**
     * The features whose values are outside.
     *
     * @param row a value for each feature by its name; one that lacks is a gap
     * @throws dev.nn4j.api.DataException if a value cannot be read
     */
    public List<String> outside(Map<String, ?> row) {
        List<String> outside = new ArrayList<>();
        for (int f = 0; f < readings.size(); f++) {
            String name = schema.featureNames().get(f);
            if (isOutside(f, row.get(name), new Location("row", 1, 1))) {
                outside.add(name);
            }
        }
        return outside;
    }

    private boolean isOutside(int feature, @Nullable Object cell, Location where) {
        Look look = looks.get(feature);
        look.outside = false;
        readings.get(feature).read(cell, where, look);
        return look.outside;
    }

    private static final class Look implements CellSink, ColumnProfile.Cases<CellSink> {
        private final CellSink of;
        private boolean outside;

        Look(ColumnProfile profile) {
            of = profile.match(this);
        }

        @Override
        public void missing() {
            outside = false;
        }

        @Override
        public void number(float value) {
            of.number(value);
        }

        @Override
        public void text(String text) {
            of.text(text);
        }

        @Override
        public CellSink numbers(NumberProfile profile) {
            return new CellSink() {
                @Override
                public void missing() {}

                @Override
                public void number(float value) {
                    outside = profile.isOutside(value);
                }

                @Override
                public void text(String text) {}
            };
        }

        @Override
        public CellSink texts(TextProfile profile) {
            return new CellSink() {
                @Override
                public void missing() {}

                @Override
                public void number(float value) {}

                @Override
                public void text(String text) {
                    outside = profile.isOutside(text);
                }
            };
        }
    }
}
