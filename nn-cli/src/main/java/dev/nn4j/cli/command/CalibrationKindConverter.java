// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.core.calibration.Calibration;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what is fitted to logits. */
final class CalibrationKindConverter implements ITypeConverter<Calibration.Kind> {
    @Override
    public Calibration.Kind convert(String value) {
        return Arrays.stream(Calibration.Kind.values())
                .filter(kind -> kind.word().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be temperature or affine, got '" + value + "'"));
    }
}
