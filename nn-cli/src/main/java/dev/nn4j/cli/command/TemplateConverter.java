// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.config.starter.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --template}. */
final class TemplateConverter implements ITypeConverter<Template> {
    /** What it accepts, for completion. */
    static final class Accepted extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Accepted() {
            super(List.of("binary", "multiclass", "regression"));
        }
    }

    @Override
    public Template convert(String value) {
        return Arrays.stream(Template.values())
                .filter(template -> template.word().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("must be binary, multiclass or regression, got '" + value + "'"));
    }
}
