// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.score.Metric;
import java.util.List;

/** The metrics of an evaluation as members of its JSON, where people have come to see them. */
final class MetricMembers {
    private static final List<Metric> BEFORE_CLASSES = List.of(Metric.ACCURACY, Metric.LOG_LOSS, Metric.BRIER);

    private MetricMembers() {}

    /** Adds all. */
    static JsonMembers of(Evaluation evaluation, JsonMembers json) {
        return behindClasses(evaluation, beforeClasses(evaluation, json));
    }

    /** Adds those that stand before the scores of classes. */
    static JsonMembers beforeClasses(Evaluation evaluation, JsonMembers json) {
        return with(evaluation, json, true);
    }

    /** Adds all others. */
    static JsonMembers behindClasses(Evaluation evaluation, JsonMembers json) {
        return with(evaluation, json, false);
    }

    private static JsonMembers with(Evaluation evaluation, JsonMembers json, boolean before) {
        JsonMembers members = json;
        for (Metric metric : Metric.values()) {
            if (BEFORE_CLASSES.contains(metric) == before
                    && evaluation.figures().containsKey(metric.key())) {
                members = members.with(metric.key(), evaluation.figure(metric));
            }
        }
        return members;
    }
}
