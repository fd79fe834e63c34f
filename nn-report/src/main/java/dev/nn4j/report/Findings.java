// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.report.internal.evaluation.TextFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a report tells.
 *
 * @param model what is in the model
 * @param course how it was trained, if this is the report of a training
 * @param assessments how good it is; the one that matters most first
 * @param data the name of the data
 * @param written when, an ISO-8601 instant
 * @since 0.1.0
 */
public record Findings(
        ModelReport model, Optional<Course> course, List<Assessment> assessments, String data, String written) {
    /** Copies the list. */
    public Findings {
        assessments = List.copyOf(assessments);
    }

    /** What the report is about, in a line. */
    public String title() {
        return String.join(", ", model.model().schema().targets()) + " · "
                + model.model().schema().task().word();
    }

    /** As the page's script reads it. */
    JsonMembers json() {
        return JsonMembers.none()
                .with("title", title())
                .with("data", data)
                .with("written", written)
                .with("figures", labels())
                .with("model", model.members())
                .with(
                        "training",
                        course.map(Course::json).map(JsonMembers::node).orElseGet(Json::none))
                .with("assessments", assessments.stream().map(Assessment::json).toList());
    }

    private static JsonMembers labels() {
        JsonMembers labels = JsonMembers.none();
        for (Map.Entry<String, String> figure : TextFigures.labels().entrySet()) {
            labels = labels.with(figure.getKey(), figure.getValue());
        }
        return labels;
    }
}
