// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import dev.nn4j.io.LayerDescription;
import dev.nn4j.report.internal.data.ColumnWords;
import dev.nn4j.report.internal.page.PageBlock;
import dev.nn4j.report.internal.text.FeatureText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parts of a card in words. */
final class CardWords {
    static final long FEW_ROWS = 1000;

    private CardWords() {}

    /** What a figure is called. */
    static String name(String key) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .map(Metric::label)
                .orElse(key);
    }

    static List<String> thresholds(Schema schema) {
        List<String> lines = new ArrayList<>();
        for (int output = 0; output < schema.outputs(); output++) {
            String label = schema.task() == Task.BINARY
                    ? schema.labels().get(schema.positiveClass())
                    : schema.targets().get(output);
            lines.add("It says " + TargetText.named(label) + " where the probability is above "
                    + ShortestNumber.of(schema.decision().threshold(output)) + ".");
        }
        return lines;
    }

    static List<PageBlock.Cell> column(Feature feature, ColumnWords words) {
        return List.of(
                new PageBlock.Cell(feature.name(), Optional.empty()),
                new PageBlock.Cell(FeatureText.of(feature), Optional.empty()),
                new PageBlock.Cell(words.missing(), Optional.empty()),
                new PageBlock.Cell(words.values(), Optional.empty()),
                new PageBlock.Cell("", Optional.of(words.bars())));
    }

    static String layer(LayerDescription layer) {
        return layer.kind() + ": " + layer.inputs() + " → " + layer.outputs()
                + layer.activation().map(activation -> ", " + activation.name()).orElse("")
                + (layer.parameterCount() > 0 ? ", " + layer.parameterCount() + " parameters" : "");
    }

    /** A line, if there is something to say. */
    static void add(List<List<String>> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(List.of(name, value));
        }
    }
}
