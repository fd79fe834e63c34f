// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.starter.Template;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --template}. */
final class TemplateConverter implements ITypeConverter<Template> {
    @Override
    public Template convert(String value) {
        return Arrays.stream(Template.values())
                .filter(template -> template.word().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("must be binary, multiclass or regression, got '" + value + "'"));
    }
}
