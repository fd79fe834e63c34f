// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.explain;

import dev.nn4j.api.NearestName;
import dev.nn4j.core.score.Metric;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a metric by its key. */
final class MetricConverter implements ITypeConverter<Metric> {
    @Override
    public Metric convert(String value) {
        List<String> keys = Arrays.stream(Metric.values()).map(Metric::key).toList();
        int index = keys.indexOf(value);
        if (index < 0) {
            throw new TypeConversionException(
                    "must be the key of a metric, got '" + value + "'" + NearestName.hint(value, keys));
        }
        return List.of(Metric.values()).get(index);
    }
}
