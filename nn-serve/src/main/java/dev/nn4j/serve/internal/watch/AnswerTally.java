// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.watch;

import dev.nn4j.core.Model;
import dev.nn4j.core.explanation.Background;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** How answers are distributed: labels by how often, probabilities and numbers by intervals. For all threads. */
public final class AnswerTally {
    private static final List<Double> TENTHS = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);

    private final Schema schema;
    private final Map<String, LongAdder> labels = new LinkedHashMap<>();
    private final Map<String, Tally> values = new LinkedHashMap<>();

    AnswerTally(Model model) {
        this.schema = model.schema();
        List<String> counted = schema.task().hasLabels() ? schema.labels() : List.of();
        counted.forEach(label -> labels.put(label, new LongAdder()));
        for (int output = 0; output < schema.outputs(); output++) {
            values.put(nameOf(output), new Tally(schema.task() == Task.REGRESSION ? bounds(model, output) : TENTHS));
        }
    }

    private String nameOf(int output) {
        if (schema.task() == Task.BINARY) {
            return schema.labels().get(schema.positiveClass());
        }
        return schema.task() == Task.MULTICLASS
                ? schema.labels().get(output)
                : schema.targets().get(output);
    }

    /** Tenths of the answers to the rows that the model keeps; one interval where it keeps too few. */
    private static List<Double> bounds(Model model, int output) {
        Background kept = Background.kept(model).orElse(null);
        if (kept == null) {
            return List.of();
        }
        int width = model.schema().outputs();
        float[] outputs = new float[kept.count() * width];
        model.predict(kept.rows(), kept.count(), outputs, model.newScratch());
        double[] sorted = IntStream.range(0, kept.count())
                .mapToDouble(row -> model.schema().inOwnUnits(output, outputs[row * width + output]))
                .sorted()
                .toArray();
        List<Double> bounds = new ArrayList<>();
        for (int tenth = 1; tenth < 10; tenth++) {
            double bound = sorted[(sorted.length - 1) * tenth / 10];
            if (bounds.isEmpty() || bound > bounds.get(bounds.size() - 1)) {
                bounds.add(bound);
            }
        }
        return bounds;
    }

    /** Counts the answer of a row of outputs that begins at {@code from}. */
    public void add(float[] outputs, int from) {
        if (schema.task().hasLabels()) {
            LongAdder label = labels.get(schema.labels().get(schema.decide(outputs, from)));
            if (label != null) {
                label.increment();
            }
        }
        int output = 0;
        for (Tally tally : values.values()) {
            tally.add(schema.inOwnUnits(output, outputs[from + output]));
            output++;
        }
    }

    /** How often each label was answered; empty where there are none. */
    public Map<String, Long> labels() {
        Map<String, Long> counts = new LinkedHashMap<>();
        labels.forEach((label, count) -> counts.put(label, count.sum()));
        return counts;
    }

    /** Outputs by intervals: probabilities by label or target, numbers by target. */
    public Map<String, Tally> values() {
        return values;
    }
}
