// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.PredictionSets;
import java.util.List;
import java.util.StringJoiner;

/**
 * The labels of which one is the true one, joined by {@code |}. A {@code \} or {@code |} within a label has a {@code \} before it,
 * so that the text can be taken apart again whatever the labels are.
 */
public record SetColumn(PredictionSets sets) implements PredictedColumns {
    @Override
    public List<String> header() {
        return List.of("prediction_set");
    }

    @Override
    public void append(PredictedBlock block, int row, List<String> cells) {
        StringJoiner labels = new StringJoiner("|");
        for (String label : sets.of(block.outputs(), block.outputsFrom(row))) {
            labels.add(label.replace("\\", "\\\\").replace("|", "\\|"));
        }
        cells.add(labels.toString());
    }
}
