// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.diagnosis;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.diagnosis.QuantileScore;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/** How a model's quantiles did, where it says more of a target than a number. */
public record QuantileForm(List<QuantileScore> scores, boolean severalTargets) {
    /** Of answers. */
    public static QuantileForm of(Answers answers) {
        return new QuantileForm(QuantileScore.of(answers), answers.schema().outputs() > 1);
    }

    /** A line for each level; empty where there are none. */
    public String table() {
        if (scores.isEmpty()) {
            return "";
        }
        List<String> head = new ArrayList<>(List.of("level", "below", "pinball"));
        if (severalTargets) {
            head.add(0, "");
        }
        TextTable table = TextTable.ofFigures().line(head);
        for (QuantileScore score : scores) {
            List<String> line = new ArrayList<>(List.of(
                    ShortestDecimal.text(score.level()),
                    Rounded.figure(score.below()),
                    Rounded.figure(score.pinball())));
            if (severalTargets) {
                line.add(0, score.target());
            }
            table.line(line);
        }
        return "\n" + table.render();
    }

    /** The member {@code quantiles}; none where there are none. */
    public JsonMembers members() {
        if (scores.isEmpty()) {
            return JsonMembers.none();
        }
        return JsonMembers.none()
                .with(
                        "quantiles",
                        scores.stream()
                                .map(score -> JsonMembers.none()
                                        .with("target", score.target())
                                        .with("level", score.level())
                                        .with("below", score.below())
                                        .with("pinball", score.pinball()))
                                .toList());
    }
}
