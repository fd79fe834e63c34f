// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What becomes of a row with a gap for which nothing stands. */
public enum MissingChoice {
    /** It is left out, or has no prediction. */
    SKIP,
    /** It is an error. */
    FAIL;

    /** Reads the word. */
    public static final class Converter implements ITypeConverter<MissingChoice> {
        @Override
        public MissingChoice convert(String word) {
            return switch (word) {
                case "skip" -> SKIP;
                case "fail" -> FAIL;
                default -> throw new TypeConversionException("must be skip or fail, got '" + word + "'");
            };
        }
    }
}
