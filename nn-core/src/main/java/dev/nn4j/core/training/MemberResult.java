// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one network of an ensemble was trained. Immutable.
 *
 * @since 0.1.0
 */
public final class MemberResult {
    private final int number;
    private final long seed;
    private final Course course;
    private final SortedMap<String, Object> drawn;
    private final Monitor monitor;

    /** How the epochs went, which of them was kept, and its temperature. */
    record Course(
            List<EpochRecord> history, StopReason stopReason, int bestEpoch, Optional<TemperatureScaling> temperature) {
        Course {
            history = List.copyOf(history);
        }
    }

    MemberResult(int number, long seed, Course course, SortedMap<String, Object> drawn, Monitor monitor) {
        this.number = number;
        this.seed = seed;
        this.course = course;
        this.drawn = Collections.unmodifiableSortedMap(new TreeMap<>(drawn));
        this.monitor = monitor;
    }

    /** Which member, counted from 1; of folds, the fold that it did not learn from and was validated on. */
    public int number() {
        return number;
    }

    /** The seed of its weights, the order of its rows and its dropout: the first's is the experiment's. */
    public long seed() {
        return seed;
    }

    /**
     * What it drew in place of the experiment's own values, under the paths of a configuration: Double, Long, Boolean or
     * String. Empty for the first of a pack, and where nothing is drawn.
     */
    public SortedMap<String, Object> drawn() {
        return drawn;
    }

    /** One record for each complete epoch. */
    public List<EpochRecord> history() {
        return course.history();
    }

    /** Why its training ended. */
    public StopReason stopReason() {
        return course.stopReason();
    }

    /** The epoch whose weights it has, counted from 1; 0 if it has diverged. */
    public int bestEpoch() {
        return course.bestEpoch();
    }

    /** The score of the validation rows that {@link #score()} is: what early stopping watches, or their loss. */
    public Monitor monitor() {
        return monitor;
    }

    /** The score of the kept epoch on the rows that the member was validated on; empty if there were none. */
    public OptionalDouble score() {
        return bestEpoch() == 0
                ? OptionalDouble.empty()
                : history().get(bestEpoch() - 1).value(monitor);
    }

    /** What its calibration came to; empty where none was asked for. */
    public Optional<TemperatureScaling> temperature() {
        return course.temperature();
    }
}
