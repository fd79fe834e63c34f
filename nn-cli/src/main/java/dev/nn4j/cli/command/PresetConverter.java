// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.config.starter.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --preset}. */
public final class PresetConverter implements ITypeConverter<Preset> {
    /**
     * What it accepts, for completion: the words of {@link Preset}. They are written out because JDK 17 falls over a lambda in
     * a class that picocli makes, when class data are archived.
     */
    public static final class Accepted extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        public Accepted() {
            super(List.of("fast", "good", "best"));
        }
    }

    @Override
    public Preset convert(String value) {
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.word().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be fast, good or best, got '" + value + "'"));
    }
}
