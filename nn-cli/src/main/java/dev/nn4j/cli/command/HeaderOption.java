// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.io.Header;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether data begin with the names of their columns. */
@SuppressWarnings("NullAway.Init") // picocli fills the field
public final class HeaderOption {
    @Option(
            names = "--header",
            paramLabel = "WHERE",
            defaultValue = "first",
            converter = Converter.class,
            description =
                    "Where CSV names its columns: first (line) or none, which names them c1, c2, … (default: first).")
    private Header header;

    public Header value() {
        return header;
    }

    /** Reads {@code --header}. */
    static final class Converter implements ITypeConverter<Header> {
        @Override
        public Header convert(String value) {
            return switch (value) {
                case "first" -> Header.FIRST_LINE;
                case "none" -> Header.NONE;
                default -> throw new TypeConversionException("must be first or none, got '" + value + "'");
            };
        }
    }
}
