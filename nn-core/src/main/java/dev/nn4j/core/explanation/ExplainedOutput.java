// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.api.NearestName;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that a model answers with, which can be explained: the probability of a label or of a target that holds, or the
 * number predicted for a target.
 *
 * @param name of the label, or of the target where each has its own answer
 * @param index of the output that it is made of
 * @param opposite whether it is 1 less that output: the probability of the other of two labels
 * @since 0.1.0
 */
public record ExplainedOutput(String name, int index, boolean opposite) {
    /** All of a model, in the order of its labels or targets. */
    public static List<ExplainedOutput> all(Schema schema) {
        List<String> names = schema.task().hasLabels() ? schema.labels() : schema.targets();
        List<ExplainedOutput> outputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean binary = schema.task() == Task.BINARY;
            outputs.add(new ExplainedOutput(names.get(i), binary ? 0 : i, binary && i != schema.positiveClass()));
        }
        return outputs;
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest
     */
    public static ExplainedOutput named(Schema schema, String name) {
        List<ExplainedOutput> all = all(schema);
        List<String> names = all.stream().map(ExplainedOutput::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException((schema.task().hasLabels() ? "must be a label" : "must be a target")
                    + ", got '" + name + "'" + NearestName.hint(name, names));
        }
        return all.get(index);
    }

    /**
     * What is explained of a row where nothing is asked for: the probability of the positive label, so that signs mean the
     * same in all rows; of several classes that of the one decided for; of several targets each.
     *
     * @param outputs in which the row's begin at {@code from}
     */
    public static List<ExplainedOutput> usual(Schema schema, float[] outputs, int from) {
        List<ExplainedOutput> all = all(schema);
        return switch (schema.task()) {
            case BINARY -> List.of(all.get(schema.positiveClass()));
            case MULTICLASS -> List.of(all.get(schema.decide(outputs, from)));
            case MULTILABEL, REGRESSION -> all;
        };
    }

    /** It, of the output that it is made of. */
    double of(double output) {
        return opposite ? 1 - output : output;
    }

    /** What a change of the output changes it by. */
    double ofChange(double change) {
        return opposite ? 0 - change : change;
    }
}
