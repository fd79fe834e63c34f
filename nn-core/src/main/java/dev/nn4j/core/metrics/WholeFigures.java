// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What every evaluation has of the whole. Immutable.
 *
 * @param rows how many there are
 * @param loss its mean over them
 * @param metrics those that are one number, in their order
 */
record WholeFigures(long rows, double loss, Map<Metric, OptionalDouble> metrics) {
    /** Of no rows. */
    static final WholeFigures NONE = new WholeFigures(0, 0, Map.of());

    WholeFigures {
        Map<Metric, OptionalDouble> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(metrics);
        metrics = Collections.unmodifiableMap(ordered);
    }

    WholeFigures withRows(long other) {
        return new WholeFigures(other, loss, metrics);
    }

    WholeFigures withLoss(double other) {
        return new WholeFigures(rows, other, metrics);
    }

    WholeFigures with(Metric metric, OptionalDouble value) {
        Map<Metric, OptionalDouble> more = new EnumMap<>(Metric.class);
        more.putAll(metrics);
        more.put(metric, value);
        return new WholeFigures(rows, loss, more);
    }

    /** Empty where it is undefined or not there. */
    OptionalDouble of(Metric metric) {
        return metrics.getOrDefault(metric, OptionalDouble.empty());
    }

    /** One that is never undefined; 0 where it is not there. */
    double number(Metric metric) {
        return of(metric).orElse(0);
    }

    /** The loss and the metrics, by their names. */
    Figures named() {
        Figures named = new Figures().with("loss", loss);
        metrics.forEach((metric, value) -> named.with(metric.key(), value));
        return named;
    }

    /** As in {@code rows=3, loss=0.5, metrics={…}}: the beginning of an evaluation's text. */
    String text() {
        return "rows=" + rows + ", loss=" + loss + ", metrics=" + metrics;
    }
}
