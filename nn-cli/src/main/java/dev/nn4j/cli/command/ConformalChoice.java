// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.api.NearestName;
import dev.nn4j.core.calibration.ConformalFit;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How rows are to be scored.
 *
 * @param method empty for what suits the model
 */
record ConformalChoice(Optional<ConformalMethod> method) {
    private static final String AUTO = "auto";

    /** What is chosen for a model that has this schema. */
    ConformalMethod of(Schema schema) {
        return method.orElseGet(() -> ConformalFit.usual(schema));
    }

    /** Reads the word. */
    static final class Converter implements ITypeConverter<ConformalChoice> {
        @Override
        public ConformalChoice convert(String word) {
            if (word.equals(AUTO)) {
                return new ConformalChoice(Optional.empty());
            }
            try {
                return new ConformalChoice(Optional.of(ConformalMethod.parse(word)));
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(
                        "must be a method, got '" + word + "'" + NearestName.hint(word, words()));
            }
        }

        private static List<String> words() {
            List<String> words = new ArrayList<>(List.of(AUTO));
            for (ConformalMethod method : ConformalMethod.values()) {
                words.add(method.word());
            }
            return words;
        }
    }
}
