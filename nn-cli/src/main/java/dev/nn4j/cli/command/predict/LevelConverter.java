// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the share of rows that is promised. */
final class LevelConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        try {
            double level = Double.parseDouble(text);
            if (level > 0 && level < 1) {
                return level;
            }
        } catch (NumberFormatException noNumber) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("must be a share in (0, 1), such as 0.9, got '" + text + "'");
    }
}
