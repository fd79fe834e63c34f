// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.core.compute.KernelChoice;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --kernels}. */
final class KernelChoiceConverter implements ITypeConverter<KernelChoice> {
    /** What it accepts, for completion. */
    static final class Accepted extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Accepted() {
            super(List.of("auto", "scalar", "vector"));
        }
    }

    @Override
    public KernelChoice convert(String value) {
        return switch (value) {
            case "auto" -> KernelChoice.AUTO;
            case "scalar" -> KernelChoice.SCALAR;
            case "vector" -> KernelChoice.VECTOR;
            default -> throw new TypeConversionException("must be auto, scalar or vector, got '" + value + "'");
        };
    }
}
