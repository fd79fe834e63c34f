// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.internal.engine.Trainer;
import dev.nn4j.core.internal.score.MetricValues;
import dev.nn4j.core.score.Metric;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The scores of the validation rows that something watches: rows are noted while their loss is computed. */
public final class WatchedScores implements Trainer.Judge {
    private final Set<Monitor> scores = EnumSet.noneOf(Monitor.class);
    private final Optional<ShownRows> shown;
    private final Optional<CalibratedLoss> calibrated;

    /**
     * Those that are scores among what is watched.
     *
     * @param targets what the loss judges
     * @param validation the rows, which are shown in their order
     */
    public WatchedScores(Set<Monitor> watched, TargetKind targets, DataSet validation, Cancellation cancellation) {
        boolean hasMetrics = false;
        for (Monitor monitor : watched) {
            if (monitor.isScore()) {
                scores.add(monitor);
                hasMetrics |= monitor.metric().isPresent();
            }
        }
        this.shown = hasMetrics ? Optional.of(new ShownRows(validation, targets, cancellation)) : Optional.empty();
        this.calibrated = scores.contains(Monitor.VALIDATION_CALIBRATED_LOSS)
                ? Optional.of(new CalibratedLoss(validation, targets, cancellation))
                : Optional.empty();
    }

    /** Itself if there is something to gather. */
    public Optional<Trainer.Judge> judge() {
        return scores.isEmpty() ? Optional.empty() : Optional.of(this);
    }

    @Override
    public void judge(int first, int rows, float[] outputs, float[] targets) {
        if (shown.isPresent()) {
            shown.get().add(first, rows, outputs, targets);
        }
        if (calibrated.isPresent()) {
            if (first == 0) {
                calibrated.get().begin();
            }
            calibrated.get().add(first, rows, outputs, targets);
        }
    }

    /** The scores of all rows that were shown. */
    public Map<Monitor, Double> values() {
        Map<Monitor, Double> values = new EnumMap<>(Monitor.class);
        if (shown.isPresent()) {
            addMetrics(MetricValues.skippingUndefined(shown.get()), values);
        }
        if (calibrated.isPresent()) {
            values.put(Monitor.VALIDATION_CALIBRATED_LOSS, calibrated.get().value());
        }
        return values;
    }

    private void addMetrics(MetricValues metrics, Map<Monitor, Double> values) {
        for (Monitor monitor : scores) {
            if (monitor.metric().isPresent()) {
                values.put(monitor, value(metrics, monitor, monitor.metric().get()));
            }
        }
    }

    private static double value(MetricValues metrics, Monitor monitor, Metric metric) {
        OptionalDouble value = metrics.of(metric);
        if (value.isEmpty()) {
            throw new ConfigurationException(
                    "training",
                    "something watches " + monitor.word()
                            + ", but the validation rows are all of one class; give others,"
                            + " or watch \"val_loss\"");
        }
        return value.getAsDouble();
    }
}
