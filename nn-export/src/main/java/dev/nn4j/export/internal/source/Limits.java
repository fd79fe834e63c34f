// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.schema.Schema;

/** How large a model may be: a class file has limits of its own, and compilers take much less than those badly. */
final class Limits {
    private static final int MOST_WEIGHT_BYTES = 16 << 20;
    private static final int MOST_CATEGORY_CHARACTERS = 16 << 20;

    /** All names are code in one method, of 8 bytes for each, which a class file limits to 64 KiB. */
    private static final int MOST_NAMES = 8_000;

    private static final int MOST_LAYERS = 1_000;

    private Limits() {}

    /**
     * Passes if a class can hold the model.
     *
     * @throws IllegalArgumentException if not; it says what is too much
     */
    static void check(Model model) {
        Schema schema = model.schema();
        long parameters = 0;
        long layers = 0;
        for (Network network : model.networks()) {
            parameters += network.spec().parameterCount();
            layers += network.spec().layers().size();
        }
        requireAtMost("weights", "bytes", parameters * Float.BYTES, MOST_WEIGHT_BYTES);
        requireAtMost("network", "layers", layers, MOST_LAYERS);
        requireAtMost(
                "schema", "names of features, labels, targets, parts of dates and formats", names(schema), MOST_NAMES);
        requireAtMost("categories", "characters", categoryCharacters(schema), MOST_CATEGORY_CHARACTERS);
    }

    private static long names(Schema schema) {
        int features = schema.features().size();
        int row = schema.rawWidth() == features ? 0 : schema.rawWidth();
        return features
                + row
                + 3L * MixedInputs.formats(schema).size()
                + schema.labels().size()
                + schema.targets().size();
    }

    private static long categoryCharacters(Schema schema) {
        return schema.features().stream()
                .flatMap(feature -> feature.kind().known().stream())
                .mapToLong(text -> text.length() + 1L)
                .sum();
    }

    private static void requireAtMost(String what, String unit, long found, long most) {
        if (found > most) {
            throw new IllegalArgumentException("Java source: the " + what + " must be at most " + most + " " + unit
                    + ", the model's is " + found + "; use the model itself or export it to ONNX");
        }
    }
}
