// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model's answer for one row. Immutable. */
public final class Prediction {
    private final Schema schema;
    private final float[] outputs;

    Prediction(Schema schema, float[] outputs) {
        this.schema = schema;
        this.outputs = outputs;
    }

    /** The network's outputs, in the targets' own units for regression. A copy. */
    public float[] outputs() {
        return outputs.clone();
    }

    /**
     * The label decided for. Binary and multi-class only.
     *
     * @throws IllegalStateException for another task
     */
    public String label() {
        requireTask(schema.task().hasLabels(), "label");
        return schema.labels().get(schema.decide(outputs, 0));
    }

    /**
     * The probability of the label decided for, in [0, 1]. Binary and multi-class only.
     *
     * @throws IllegalStateException for another task
     */
    public double probability() {
        requireTask(schema.task().hasLabels(), "probability");
        return schema.probability(outputs, 0, schema.decide(outputs, 0));
    }

    /**
     * Each label's probability (multi-label: each target's), in the model's order.
     *
     * @throws IllegalStateException for regression
     */
    public Map<String, Double> probabilities() {
        requireTask(schema.task() != Task.REGRESSION, "probabilities");
        Map<String, Double> probabilities = new LinkedHashMap<>();
        List<String> names = schema.task().hasLabels() ? schema.labels() : schema.targets();
        for (int i = 0; i < names.size(); i++) {
            float p = schema.task().hasLabels() ? schema.probability(outputs, 0, i) : outputs[i];
            probabilities.put(names.get(i), (double) p);
        }
        return probabilities;
    }

    /**
     * The targets that hold, those with a probability above one half. Multi-label only.
     *
     * @throws IllegalStateException for another task
     */
    public List<String> positives() {
        requireTask(schema.task() == Task.MULTILABEL, "positives");
        List<String> positives = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            if (outputs[i] > 0.5f) {
                positives.add(schema.targets().get(i));
            }
        }
        return positives;
    }

    /**
     * The number predicted. Regression with one target only.
     *
     * @throws IllegalStateException for another task or several targets
     */
    public double number() {
        requireTask(schema.task() == Task.REGRESSION && outputs.length == 1, "number");
        return outputs[0];
    }

    private void requireTask(boolean fits, String what) {
        if (!fits) {
            throw new IllegalStateException("prediction: a " + schema.task().word() + " model with " + outputs.length
                    + " outputs gives no " + what);
        }
    }
}
