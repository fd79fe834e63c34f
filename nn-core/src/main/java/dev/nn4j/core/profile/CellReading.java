// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.IsoDate;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.text.ValueText;
import dev.nn4j.core.internal.value.OptionalValue;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a feature as profiles count them. Categories that the model does not know are read too, whatever it
 * makes of them.
 */
abstract class CellReading {
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Feature feature;

    private CellReading(Feature feature) {
        this.feature = feature;
    }

    static CellReading of(Feature feature) {
        return feature.kind().match(new OfKind(feature));
    }

    /** A text that is no mark. */
    abstract void text(String text, boolean isValue, Location where, CellSink sink);

    /** A value of a program that is no text. */
    void value(Object value, Location where, CellSink sink) {
        text(ValueText.of(value).orElseGet(value::toString), true, where, sink);
    }

    /** Reads a cell of a source: a text, or a value. */
    final void read(@Nullable Object cell, Location where, CellSink sink) {
        Object value = OptionalValue.in(cell);
        if (value == null || ValueText.isNaN(value)) {
            sink.missing();
        } else if (value instanceof CharSequence text) {
            read(text.toString(), false, where, sink);
        } else {
            value(value, where, sink);
        }
    }

    private void read(String text, boolean isValue, Location where, CellSink sink) {
        if (!isValue && feature.isMissing(text)) {
            sink.missing();
        } else {
            text(text, isValue, where, sink);
        }
    }

    /** Reads all rows of a table. */
    final void read(Table table, CellSink sink) {
        OfTable cells = in(table);
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            cells.read(row, sink);
        }
    }

    /** Its cells in a table, to be read in any order. */
    final OfTable in(Table table) {
        return new OfTable(table);
    }

    /** The cells of a table. */
    final class OfTable {
        private final Table table;
        private final Column column;
        private final double offset;

        private OfTable(Table table) {
            this.table = table;
            Column found = table.columnOf(feature.name());
            this.column = found.holdsTexts() ? found : table.numbersOf(feature.name());
            this.offset = feature.kind().offset();
        }

        void read(int row, CellSink sink) {
            if (column.holdsTexts()) {
                CellReading.this.read(column.text(row), column.isValue(row), table.location(row, feature.name()), sink);
            } else {
                number(offset == 0 ? column.number(row) : (float) (column.exact(row) - offset), sink);
            }
        }
    }

    private static void number(float value, CellSink sink) {
        if (Float.isNaN(value)) {
            sink.missing();
        } else {
            sink.number(value + 0f); // -0 is 0
        }
    }

    private static final class OfKind implements FeatureKind.Cases<CellReading> {
        private final Feature feature;

        OfKind(Feature feature) {
            this.feature = feature;
        }

        @Override
        public CellReading number(NumberKind kind) {
            float[] raw = new float[1];
            return new CellReading(feature) {
                @Override
                void text(String text, boolean isValue, Location where, CellSink sink) {
                    kind.read(text, feature.name(), where, raw, 0);
                    CellReading.number(raw[0], sink);
                }

                @Override
                void value(Object value, Location where, CellSink sink) {
                    kind.read(value, feature.name(), raw, 0);
                    CellReading.number(raw[0], sink);
                }
            };
        }

        @Override
        public CellReading category(CategoryKind kind) {
            Map<String, String> listed = new HashMap<>();
            kind.categories().forEach(category -> listed.put(category, category));
            kind.categories().forEach(category -> listed.putIfAbsent(category.strip(), category));
            return new CellReading(feature) {
                @Override
                void text(String text, boolean isValue, Location where, CellSink sink) {
                    String known = listed.get(text);
                    String stripped = text.strip();
                    known = known == null ? listed.get(stripped) : known;
                    sink.text(known == null ? ListedText.of(stripped) : known);
                }

                @Override
                void value(Object value, Location where, CellSink sink) {
                    text(
                            ValueText.candidates(value).stream()
                                    .filter(listed::containsKey)
                                    .findFirst()
                                    .or(() -> ValueText.of(value))
                                    .orElseGet(value::toString),
                            true,
                            where,
                            sink);
                }
            };
        }

        @Override
        public CellReading bool(BooleanKind kind) {
            float[] raw = new float[1];
            return new CellReading(feature) {
                @Override
                void text(String text, boolean isValue, Location where, CellSink sink) {
                    kind.read(text, feature.name(), where, raw, 0);
                    sink.text(raw[0] == 1 ? "true" : "false");
                }
            };
        }

        @Override
        public CellReading dateTime(DateTimeKind kind) {
            float[] parts = new float[kind.rawWidth()];
            return new CellReading(feature) {
                @Override
                void text(String text, boolean isValue, Location where, CellSink sink) {
                    boolean iso = isValue && IsoDate.parse(text).isPresent();
                    DateTimeKind written = iso ? kind.ofTypedValues() : kind;
                    written.read(text, feature.name(), where, parts, 0);
                    sink.number(days(written.format().parse(text).orElseThrow()));
                }
            };
        }

        private static float days(LocalDateTime moment) {
            double day = moment.toLocalDate().toEpochDay();
            return (float) (day + moment.toLocalTime().toSecondOfDay() / SECONDS_OF_A_DAY);
        }
    }
}
