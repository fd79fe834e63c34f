// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements for one column.
 *
 * @param feature which it is
 * @param column the index of its cell
 * @param raw the index of its first number in a raw row
 * @param input the index of the first input that comes of it
 */
record ColumnSource(Feature feature, int column, int raw, int input) {
    /**
     * The statement that reads a cell into {@code row}.
     *
     * @param formats of numbers, by their index in {@code FORMATS}
     * @param dates formats of dates, by their index in {@code DATE_FORMATS}
     */
    String read(Functions functions, List<NumberFormat> formats, List<String> dates) {
        FeatureKind kind = feature.kind();
        Reading reading = kind.match(new Readings(formats, dates));
        String method =
                "read-" + (reading.written() ? "written-" : "") + (kind.offset() == 0 ? "" : "exact-") + kind.word();
        functions.use("column/" + method, Map.of());
        if (reading.mayFail()) {
            functions.use("column/unusable", Map.of());
        }
        boolean required = feature.missing().policy().isError();
        return JavaText.methodName(method) + "(cells, " + column + ", " + required + ", row, " + raw
                + reading.arguments() + ");";
    }

    /** The pattern by which a date's cells are read, if there is one. */
    Optional<String> dateFormat() {
        return feature.kind() instanceof DateTimeKind date ? date.format().pattern() : Optional.empty();
    }

    /**
     * How cells of a kind are read.
     *
     * @param written whether they have a format of their own
     * @param mayFail whether a cell can be of another kind
     * @param arguments what the method takes beside what all take
     */
    private record Reading(boolean written, boolean mayFail, String arguments) {}

    private record Readings(List<NumberFormat> formats, List<String> dates) implements FeatureKind.Cases<Reading> {
        @Override
        public Reading number(NumberKind kind) {
            return kind.format().isPlain()
                    ? new Reading(false, true, "")
                    : new Reading(true, true, ", FORMATS[" + formats.indexOf(kind.format()) + "]");
        }

        @Override
        public Reading category(CategoryKind kind) {
            return new Reading(false, false, ", " + (kind.unseen() == Unseen.ERROR));
        }

        @Override
        public Reading bool(BooleanKind kind) {
            return new Reading(false, true, "");
        }

        @Override
        public Reading dateTime(DateTimeKind kind) {
            Optional<String> pattern = kind.format().pattern();
            String format = pattern.map(text -> "DATE_FORMATS[" + dates.indexOf(text) + "]")
                    .or(() -> kind.format().order().map(order -> "DateOrder." + order.name()))
                    .orElseThrow();
            String arguments = kind.parts().stream()
                    .map(part -> "DatePart." + part.name())
                    .collect(Collectors.joining(", ", ", " + format + ", ", ""));
            return new Reading(pattern.isPresent(), true, arguments);
        }
    }

    /** The statement that subtracts the feature's offset, if it has one. */
    Optional<String> lessOffset() {
        double offset = feature.kind().offset();
        return offset == 0
                ? Optional.empty()
                : Optional.of("raw[" + raw + "] = (float) (row[" + raw + "] - " + ShortestDecimal.text(offset) + ");");
    }

    /** The statements that make inputs in {@code x} of the numbers in {@code raw}. */
    List<String> encode(Functions functions, FloatPool numbers) {
        List<String> statements = new ArrayList<>();
        int width = feature.kind().inputWidth();
        if (feature.hasMissingInput()) {
            statements.add("x[" + (input + width) + "] = Float.isNaN(raw[" + raw + "]) ? 1 : 0;");
        }
        if (feature.missing().policy().fills()) {
            functions.use("column/fill", Map.of());
            int fill = numbers.add(feature.missing().fill());
            statements.add("fill(raw, " + raw + ", " + feature.rawWidth() + ", " + fill + ");");
        }
        statements.add(value(functions, width));
        return statements;
    }

    private String value(Functions functions, int width) {
        boolean own = feature.missing().policy() == MissingPolicy.OWN_CATEGORY;
        return feature.kind()
                .match(new Encoding(
                        this,
                        functions,
                        width,
                        own ? Integer.toString((int) feature.inputWithoutValue()) : "Float.NaN"));
    }

    /** The statement that makes inputs of a value; {@code missing} is what they are without one. */
    private record Encoding(ColumnSource source, Functions functions, int width, String missing)
            implements FeatureKind.Cases<String> {
        @Override
        public String number(NumberKind kind) {
            return copied();
        }

        @Override
        public String category(CategoryKind kind) {
            if (kind.isIndex()) {
                return index(kind);
            }
            String unseen = kind.unseen() == Unseen.ERROR ? "Float.NaN" : "0";
            if (kind.isSigned()) {
                functions.use("column/signed", Map.of());
                return "x[" + source.input + "] = signed(raw[" + source.raw + "], " + unseen + ", " + missing + ");";
            }
            functions.use("column/one-hot", Map.of());
            return "oneHot(raw[" + source.raw + "], " + kind.categories().size() + ", x, " + source.input + ", "
                    + (source.input + width) + ", " + unseen + ", " + missing + ");";
        }

        private String index(CategoryKind kind) {
            int count = kind.categories().size();
            String unseen = switch (kind.unseen()) {
                case ERROR -> "Float.NaN";
                case ZEROS -> "-1";
                case RARE -> Integer.toString(count);
            };
            functions.use("column/index", Map.of());
            return "x[" + source.input + "] = index(raw[" + source.raw + "], " + count + ", " + unseen + ", " + missing
                    + ");";
        }

        @Override
        public String bool(BooleanKind kind) {
            return copied();
        }

        @Override
        public String dateTime(DateTimeKind kind) {
            return copied();
        }

        private String copied() {
            if (width == 1 && source.feature.missing().policy() != MissingPolicy.OWN_CATEGORY) {
                return "x[" + source.input + "] = raw[" + source.raw + "];";
            }
            functions.use("column/copy", Map.of());
            return "copy(raw, " + source.raw + ", " + width + ", x, " + source.input + ", " + missing + ");";
        }
    }
}
