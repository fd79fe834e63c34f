// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.PredictionSets;
import java.util.List;
import java.util.StringJoiner;

/**
 * The labels of which one is the true one, joined by {@code |}. A {@code \} or {@code |} within a label has a {@code \} before it,
 * so that the text can be taken apart again whatever the labels are. Of several labels at once a column for each.
 */
public record SetColumn(PredictionSets sets) implements PredictedColumns {
    @Override
    public List<String> header() {
        return sets.targets().isEmpty()
                ? List.of("prediction_set")
                : sets.targets().stream()
                        .map(target -> "prediction_set_" + target)
                        .toList();
    }

    @Override
    public void append(PredictedBlock block, int row, List<String> cells) {
        if (sets.targets().isEmpty()) {
            cells.add(joined(sets.of(block.outputs(), block.outputsFrom(row))));
            return;
        }
        for (int target = 0; target < sets.targets().size(); target++) {
            cells.add(joined(sets.of(block.outputs(), block.outputsFrom(row), target)));
        }
    }

    private static String joined(List<String> labels) {
        StringJoiner joined = new StringJoiner("|");
        labels.forEach(label -> joined.add(label.replace("\\", "\\\\").replace("|", "\\|")));
        return joined.toString();
    }
}
