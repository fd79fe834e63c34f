// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.source;

import dev.nn4j.core.data.CategoryKind;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.FeatureKind;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberFormat;
import dev.nn4j.core.data.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     */
    String read(Functions functions, List<NumberFormat> formats) {
        FeatureKind kind = feature.kind();
        String method = "read-" + (kind.cellType().format().isPlain() ? "" : "written-") + kind.word();
        functions.use("column/" + method, Map.of());
        if (!(kind instanceof CategoryKind)) {
            functions.use("column/unusable", Map.of());
        }
        boolean required = feature.missing().policy() == MissingPolicy.ERROR;
        return JavaText.methodName(method) + "(cells, " + column + ", " + required + ", row, " + raw
                + own(kind, formats) + ");";
    }

    private static String own(FeatureKind kind, List<NumberFormat> formats) {
        if (!kind.cellType().format().isPlain()) {
            return ", FORMATS[" + formats.indexOf(kind.cellType().format()) + "]";
        }
        if (kind instanceof CategoryKind category) {
            return ", " + (category.unseen() == Unseen.ERROR);
        }
        return kind instanceof DateTimeKind date
                ? date.parts().stream()
                        .map(part -> "DatePart." + part.name())
                        .collect(Collectors.joining(
                                ", ", ", DateOrder." + date.order().name() + ", ", ""))
                : "";
    }

    /** The statements that make inputs in {@code x} of the numbers in {@code raw}. */
    List<String> encode(Functions functions, FloatPool numbers) {
        List<String> statements = new ArrayList<>();
        int width = feature.kind().inputWidth();
        if (feature.missing().hasInput()) {
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
        String missing = feature.missing().policy() == MissingPolicy.OWN_CATEGORY ? "0" : "Float.NaN";
        if (feature.kind() instanceof CategoryKind category) {
            functions.use("column/one-hot", Map.of());
            String unseen = category.unseen() == Unseen.ERROR ? "Float.NaN" : "0";
            return "oneHot(raw[" + raw + "], " + category.categories().size() + ", x, " + input + ", " + (input + width)
                    + ", " + unseen + ", " + missing + ");";
        }
        if (width == 1 && feature.missing().policy() != MissingPolicy.OWN_CATEGORY) {
            return "x[" + input + "] = raw[" + raw + "];";
        }
        functions.use("column/copy", Map.of());
        return "copy(raw, " + raw + ", " + width + ", x, " + input + ", " + missing + ");";
    }
}
