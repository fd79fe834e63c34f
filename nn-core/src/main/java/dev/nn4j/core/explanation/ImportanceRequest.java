// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;

/**
 * How importance is measured.
 *
 * @param metric what becomes worse
 * @param repeats how often each feature is permuted, 1 to {@value #MOST_REPEATS}
 * @param seed of the permutations
 * @param execution its threads share the work, which changes no bit
 * @since 0.1.0
 */
public record ImportanceRequest(Metric metric, int repeats, long seed, Execution execution) {
    /** How often features are usually permuted. */
    public static final int USUAL_REPEATS = 5;

    /** The most repeats. */
    public static final int MOST_REPEATS = 10_000;

    /** Refuses repeats out of range. */
    public ImportanceRequest {
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw new IllegalArgumentException(
                    "importance: repeats must be in [1, " + MOST_REPEATS + "], got " + repeats);
        }
    }

    /** {@value #USUAL_REPEATS} repeats of the {@link #usualMetric}, on all cores, with the seed 0. */
    public static ImportanceRequest usual(Task task) {
        return new ImportanceRequest(usualMetric(task), USUAL_REPEATS, 0, Execution.defaults());
    }

    /** Log-loss, or for numbers R². */
    public static Metric usualMetric(Task task) {
        return task == Task.REGRESSION ? Metric.R2 : Metric.LOG_LOSS;
    }
}
