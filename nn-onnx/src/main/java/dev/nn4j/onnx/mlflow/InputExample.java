// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.mlflow;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.Model;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.onnx.internal.JsonStrings;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows that are stored with a model, as a data frame of what its ONNX file takes.
 *
 * @param model whose rows they are
 */
record InputExample(Model model) {
    /** Whether the model has any. */
    boolean isThere() {
        return !model.golden().cells().isEmpty();
    }

    /** JSON as pandas reads it with {@code orient="split"}. */
    String dataFrame() {
        List<Feature> features = model.schema().features();
        List<String> cells = model.golden().cells();
        String columns = features.stream()
                .map(feature -> JsonStrings.ascii(feature.name()))
                .collect(Collectors.joining(", ", "[", "]"));
        String rows = IntStream.range(0, cells.size() / features.size())
                .mapToObj(row -> IntStream.range(0, features.size())
                        .mapToObj(f -> value(features.get(f), cells.get(row * features.size() + f)))
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
        return "{\"columns\": " + columns + ", \"data\": " + rows + "}";
    }

    private static String value(Feature feature, String cell) {
        return feature.kind().match(new Value(feature, cell, feature.isMissing(cell)));
    }

    /** A cell as JSON; what is missing as the ONNX file has it. */
    private record Value(Feature feature, String cell, boolean missing) implements FeatureKind.Cases<String> {
        @Override
        public String number(NumberKind kind) {
            if (missing) {
                return "null";
            }
            float[] raw = new float[1];
            kind.read(cell, feature.name(), new Location("example", 1, 1), raw, 0);
            return kind.offset() == 0 ? Float.toString(raw[0]) : Double.toString(raw[0] + kind.offset());
        }

        @Override
        public String category(CategoryKind kind) {
            return text();
        }

        @Override
        public String bool(BooleanKind kind) {
            return text();
        }

        @Override
        public String dateTime(DateTimeKind kind) {
            return Long.toString(kind.format()
                    .parse(cell)
                    .map(moment -> moment.toEpochSecond(ZoneOffset.UTC))
                    .orElse(Long.MIN_VALUE));
        }

        private String text() {
            return JsonStrings.ascii(cell); // the marks of missing values are the ONNX file's, too
        }
    }
}
