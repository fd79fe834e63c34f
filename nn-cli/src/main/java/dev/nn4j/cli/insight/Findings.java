// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.insight;

import dev.nn4j.cli.json.JsonNull;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.cli.report.ModelReport;
import java.util.List;
import java.util.Optional;

/**
 * All that a report tells.
 *
 * @param model what is in the model
 * @param course how it was trained, if this is the report of a training
 * @param assessments how good it is; the one that matters most first
 * @param data the name of the data
 * @param written when, an ISO-8601 instant
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
    public JsonObject json() {
        return JsonObject.empty()
                .with("title", title())
                .with("data", data)
                .with("written", written)
                .with("model", model.json())
                .with("training", course.<JsonValue>map(Course::json).orElse(JsonNull.NULL))
                .with("assessments", assessments.stream().map(Assessment::json).toList());
    }
}
