// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.core.Model;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.Schema;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns that are more than numbers: cells become a raw row, as {@link dev.nn4j.core.schema.RowBinding} reads them, and that
 * the network's inputs, as {@link dev.nn4j.core.encoding.InputEncoder} makes them.
 */
final class MixedInputs implements InputSource {
    private static final Map<String, String> MEANING = Map.of(
            "number",
            "a number itself",
            "boolean",
            "a boolean 1 or 0",
            "category",
            "a category its number in {@link #CATEGORIES}, any other for an unseen one",
            "date-time",
            "a date its parts, which {@link #ROW} names");

    private final Model model;
    private final Schema schema;
    private final FloatPool numbers;
    private final Functions functions;
    private final String className;
    private final List<NumberFormat> formats;
    private final List<String> dateFormats;
    private final Statements categories =
            new Statements("categories", "Map<String, Map<String, Integer>> categories", "categories");
    private final Statements reads = new Statements("read", "String[] cells, double[] row", "cells, row");
    private final Statements offsets = new Statements("subtract", "double[] row, float[] raw", "row, raw");
    private final Statements encodes = new Statements("encode", "float[] raw, float[] x", "raw, x");
    private final Set<String> meanings = new LinkedHashSet<>();

    /**
     * Writes down what each feature needs.
     *
     * @param numbers receives what fills gaps, at once, and the scaler's vectors, with {@link #methods}
     * @param functions receives the methods that the features call
     */
    MixedInputs(Model model, FloatPool numbers, Functions functions, String className) {
        this.model = model;
        this.schema = model.schema();
        this.numbers = numbers;
        this.functions = functions;
        this.className = className;
        this.formats = formats(schema);
        this.dateFormats = dateFormats(schema);
        int raw = 0;
        int input = 0;
        for (int column = 0; column < schema.features().size(); column++) {
            Feature feature = schema.features().get(column);
            add(new ColumnSource(feature, column, raw, input));
            raw += feature.rawWidth();
            input += feature.inputWidth();
        }
        functions.use("column/missing", Map.of("class", className));
    }

    /** Those that are not plain. */
    static List<NumberFormat> formats(Schema schema) {
        return schema.features().stream()
                .map(feature -> feature.kind().cellType().format())
                .filter(format -> !format.isPlain())
                .distinct()
                .toList();
    }

    private static List<String> dateFormats(Schema schema) {
        return schema.features().stream()
                .flatMap(feature -> new ColumnSource(feature, 0, 0, 0).dateFormat().stream())
                .distinct()
                .toList();
    }

    private void add(ColumnSource column) {
        FeatureKind kind = column.feature().kind();
        meanings.add(Objects.requireNonNull(MEANING.get(kind.word())));
        reads.add(column.read(functions, formats, dateFormats));
        column.lessOffset().ifPresent(offsets::add);
        column.encode(functions, numbers).forEach(encodes::add);
        if (!kind.known().isEmpty()) {
            categories.add("categories.put(" + JavaText.literal(column.feature().name()) + ", places("
                    + TextList.of(kind.known()) + "));");
        }
    }

    private boolean hasCategories() {
        return schema.features().stream()
                .anyMatch(feature -> !feature.kind().known().isEmpty());
    }

    private boolean hasDates() {
        return schema.features().stream().anyMatch(feature -> feature.kind() instanceof DateTimeKind);
    }

    @Override
    public String columns() {
        return "What the cells of a row are, in this order.";
    }

    @Override
    public String row() {
        return "raw numbers, as {@link #row} makes them of cells";
    }

    @Override
    public String length() {
        return "a raw row has";
    }

    @Override
    public String constants() {
        return (hasDates() ? constant("column/row-names.txt") : "")
                + (hasCategories() ? constant("column/categories.txt") : "")
                + (formats.isEmpty() ? "" : constant("column/formats.txt"))
                + (dateFormats.isEmpty() ? "" : constant("column/date-formats.txt"));
    }

    private String constant(String name) {
        return "\n"
                + SourcePart.named(name)
                        .with(Map.of(
                                "names",
                                JavaText.literals(schema.rawNames()),
                                "formats",
                                newFormats(),
                                "dates",
                                newDateFormats()))
                        .indented();
    }

    private String newFormats() {
        return formats.stream()
                .map(format -> List.of(format.decimal(), format.grouping(), format.unit()))
                .map(format -> "new WrittenNumber(" + JavaText.literals(format) + ")")
                .collect(Collectors.joining(", "));
    }

    private String newDateFormats() {
        return dateFormats.stream()
                .map(format -> "new DatePattern(" + JavaText.literal(format) + ")")
                .collect(Collectors.joining(", "));
    }

    @Override
    public String methods() {
        Scaling scaling = model.inputScaler().scaling();
        boolean scaled = scaling != Scaling.NONE;
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("class", className);
        gaps.put("outputs", new AnswerSource(schema).outputs());
        gaps.put("meaning", String.join(",\n *     ", meanings) + ",\n *     what is missing NaN");
        gaps.put("numbers", hasDates() ? "ROW.size()" : "FEATURES.size()");
        gaps.put("reads", reads.body());
        gaps.put("width", schema.inputWidth());
        gaps.put("offsets", offsets.isEmpty() ? "" : offsets.body() + "\n");
        gaps.put("encodes", encodes.body());
        gaps.put("categories", categories.body());
        gaps.put("result", scaled ? "scaled(x)" : "x");
        gaps.put("feature", "featureOf(i)");
        gaps.put("widths", numbers.add(widths()));
        String methods = part("row", gaps) + new AnswerSource(schema).methodsOfCells() + part("inputs", gaps)
                + SourcePart.named("finite.txt").with(gaps).indented() + "\n" + part("feature-of", gaps)
                + SourcePart.named("require-features.txt").with(gaps).indented() + "\n"
                + (scaled ? part(scaling.isBounded() ? "bounded" : "scaled", numbers.add(model.inputScaler())) : "")
                + (hasCategories() ? part("places", gaps) : "");
        return methods
                + new SourcePart(reads.methods() + offsets.methods() + encodes.methods() + categories.methods())
                        .indented();
    }

    /** Of the inputs that each feature makes; floats hold such whole numbers as they are. */
    private List<Float> widths() {
        return schema.features().stream()
                .map(feature -> (float) feature.inputWidth())
                .toList();
    }

    private static String part(String name, Map<String, ?> gaps) {
        return SourcePart.named("column/" + name + ".txt").with(gaps).indented() + "\n";
    }
}
