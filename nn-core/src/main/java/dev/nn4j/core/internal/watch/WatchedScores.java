// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.internal.engine.Trainer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The scores of the validation rows that something watches, gathered while their loss is computed. */
public final class WatchedScores implements Trainer.Judge {
    private final Map<Monitor, WatchedScore> scores = new EnumMap<>(Monitor.class);

    /**
     * Those that are scores among what is watched.
     *
     * @param targets what the loss judges
     * @param validation the rows, which are shown in their order
     */
    public WatchedScores(Set<Monitor> watched, TargetKind targets, DataSet validation, Cancellation cancellation) {
        for (Monitor monitor : watched) {
            if (monitor.isScore()) {
                scores.put(monitor, score(monitor, targets, validation, cancellation));
            }
        }
    }

    private static WatchedScore score(
            Monitor monitor, TargetKind targets, DataSet validation, Cancellation cancellation) {
        return switch (monitor) {
            case VALIDATION_AUC -> new AucScore(validation, targets, cancellation);
            case VALIDATION_F1 -> new F1Score(validation, targets);
            case VALIDATION_LOG_LOSS -> new LogLossScore(validation, targets);
            case VALIDATION_CALIBRATED_LOSS -> new CalibratedLoss(validation, targets, cancellation);
            case VALIDATION_RMSE -> new ErrorScore(validation, true);
            case VALIDATION_MAE -> new ErrorScore(validation, false);
            case LOSS, ACCURACY, VALIDATION_LOSS, VALIDATION_ACCURACY ->
                throw new IllegalArgumentException("watched scores: " + monitor.word() + " is none");
        };
    }

    /** Itself if there is something to gather. */
    public Optional<Trainer.Judge> judge() {
        return scores.isEmpty() ? Optional.empty() : Optional.of(this);
    }

    @Override
    public void judge(int first, int rows, float[] outputs, float[] targets) {
        for (WatchedScore score : scores.values()) {
            if (first == 0) {
                score.begin();
            }
            score.add(first, rows, outputs, targets);
        }
    }

    /** The scores of all rows that were shown. */
    public Map<Monitor, Double> values() {
        Map<Monitor, Double> values = new EnumMap<>(Monitor.class);
        for (Map.Entry<Monitor, WatchedScore> score : scores.entrySet()) {
            values.put(score.getKey(), score.getValue().value());
        }
        return values;
    }
}
