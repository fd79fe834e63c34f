// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The metrics of an evaluation that are one number, in their order. Immutable. */
record MetricFigures(Map<Metric, OptionalDouble> values) {
    static final MetricFigures NONE = new MetricFigures(Map.of());

    MetricFigures {
        Map<Metric, OptionalDouble> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(values);
        values = Collections.unmodifiableMap(ordered);
    }

    MetricFigures with(Metric metric, OptionalDouble value) {
        Map<Metric, OptionalDouble> more = new EnumMap<>(Metric.class);
        more.putAll(values);
        more.put(metric, value);
        return new MetricFigures(more);
    }

    /** Empty where it is undefined or not there. */
    OptionalDouble of(Metric metric) {
        return values.getOrDefault(metric, OptionalDouble.empty());
    }

    /** One that is never undefined; 0 where it is not there. */
    double number(Metric metric) {
        return of(metric).orElse(0);
    }
}
