// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.source;

import dev.nn4j.core.data.CategoryKind;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.FeatureKind;
import dev.nn4j.core.data.MissingPolicy;
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
    /** The statement that reads a cell into {@code row}. */
    String read(Functions functions) {
        FeatureKind kind = feature.kind();
        functions.use("column/" + kind.word(), Map.of());
        if (!(kind instanceof CategoryKind)) {
            functions.use("column/unusable", Map.of());
        }
        boolean required = feature.missing().policy() == MissingPolicy.ERROR;
        return JavaText.methodName("read-" + kind.word()) + "(cells, " + column + ", " + required + ", row, " + raw
                + own(kind) + ");";
    }

    private static String own(FeatureKind kind) {
        if (kind instanceof CategoryKind category) {
            return ", " + (category.unseen() == Unseen.ERROR);
        }
        return kind instanceof DateTimeKind date
                ? date.parts().stream()
                        .map(part -> "DatePart." + part.name())
                        .collect(Collectors.joining(", ", ", DateOrder." + date.order().name() + ", ", ""))
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
            return "oneHot(raw[" + raw + "], " + category.categories().size() + ", x, " + input + ", "
                    + (input + width) + ", " + unseen + ", " + missing + ");";
        }
        if (width == 1 && feature.missing().policy() != MissingPolicy.OWN_CATEGORY) {
            return "x[" + input + "] = raw[" + raw + "];";
        }
        functions.use("column/copy", Map.of());
        return "copy(raw, " + raw + ", " + width + ", x, " + input + ", " + missing + ");";
    }
}
