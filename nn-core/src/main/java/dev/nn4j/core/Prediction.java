// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's answer for one row. Immutable; two are equal if they answer the same for the same task.
 *
 * <p>{@link #toMap} is the answer as plain values, for JSON and the like: a service gives {@code prediction.toMap()}
 * back. The methods that begin with {@code get} are for frameworks that read beans, such as Jackson, and are empty for
 * what the model's task does not have; programs call {@link #label}, {@link #probability} and {@link #number}.
 *
 * @since 0.1.0
 */
public final class Prediction {
    private final Schema schema;
    private final float[] outputs;
    /** Empty where one network answered alone. */
    private final float[] spread;

    Prediction(Schema schema, float[] outputs) {
        this(schema, outputs, new float[0]);
    }

    Prediction(Schema schema, float[] outputs, float[] spread) {
        this.schema = schema;
        this.outputs = outputs;
        this.spread = spread;
    }

    /** What the model learnt, which decides what it answers. */
    public Task task() {
        return schema.task();
    }

    /**
     * The network's outputs, in the targets' own units for regression, rounded to floats; {@link #numbers} keeps more. A
     * copy.
     */
    public float[] outputs() {
        float[] copy = outputs.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (float) schema.inOwnUnits(i, copy[i]);
        }
        return copy;
    }

    /** The outputs, in the targets' own units less their offsets. */
    float[] unscaledOutputs() {
        return outputs;
    }

    /**
     * How far the members of an ensemble are apart in each of the {@link #outputs}: the standard deviation over them, in the
     * outputs' units. Where it is large, they have learnt little of such rows. Zeros where one network answered. A copy.
     */
    public float[] spread() {
        return Arrays.copyOf(spread, outputs.length);
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
        return Collections.unmodifiableMap(probabilities);
    }

    /**
     * The targets that hold: those whose probability is above their threshold of the model's {@link Schema#decision}, one
     * half unless it says otherwise. Multi-label only.
     *
     * @throws IllegalStateException for another task
     */
    public List<String> positives() {
        requireTask(schema.task() == Task.MULTILABEL, "positives");
        List<String> positives = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            if (schema.decision().holds(i, outputs[i])) {
                positives.add(schema.targets().get(i));
            }
        }
        return Collections.unmodifiableList(positives);
    }

    /**
     * The number predicted. Regression with one target only.
     *
     * @throws IllegalStateException for another task or several targets
     */
    public double number() {
        requireTask(schema.task() == Task.REGRESSION && outputs.length == 1, "number");
        return schema.inOwnUnits(0, outputs[0]);
    }

    /**
     * Each target's number, in its own units, in the model's order. Regression only.
     *
     * @throws IllegalStateException for another task
     */
    public Map<String, Double> numbers() {
        requireTask(schema.task() == Task.REGRESSION, "numbers");
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < outputs.length; i++) {
            numbers.put(schema.targets().get(i), schema.inOwnUnits(i, outputs[i]));
        }
        return Collections.unmodifiableMap(numbers);
    }

    /**
     * The answer as texts, numbers, lists and maps, in the order in which it is best read: {@code label}, {@code
     * probability} and {@code probabilities} of a model that tells labels apart, {@code positives} and {@code
     * probabilities} of one with several labels at once, {@code numbers} by target of a regression.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (schema.task().hasLabels()) {
            answer.put("label", label());
            answer.put("probability", probability());
            answer.put("probabilities", probabilities());
        } else if (schema.task() == Task.MULTILABEL) {
            answer.put("positives", positives());
            answer.put("probabilities", probabilities());
        } else {
            answer.put("numbers", numbers());
        }
        return Collections.unmodifiableMap(answer);
    }

    /** For frameworks that read beans: the label decided for, or the {@link #positives}; empty for regression. */
    public List<String> getLabels() {
        return switch (schema.task()) {
            case BINARY, MULTICLASS -> List.of(label());
            case MULTILABEL -> positives();
            case REGRESSION -> List.of();
        };
    }

    /** For frameworks that read beans: {@link #probabilities()}; empty for regression. */
    public Map<String, Double> getProbabilities() {
        return schema.task() == Task.REGRESSION ? Map.of() : probabilities();
    }

    /** For frameworks that read beans: {@link #numbers()}; empty for other tasks than regression. */
    public Map<String, Double> getNumbers() {
        return schema.task() == Task.REGRESSION ? numbers() : Map.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prediction that
                && schema.task() == that.schema.task()
                && schema.labels().equals(that.schema.labels())
                && schema.targets().equals(that.schema.targets())
                && schema.positiveClass() == that.schema.positiveClass()
                && schema.targetOffsets().equals(that.schema.targetOffsets())
                && schema.decision().equals(that.schema.decision())
                && Arrays.equals(outputs, that.outputs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(outputs);
    }

    /** As in {@code versicolor (0.93)}, {@code [spam, urgent]} or {@code {price=12.5}}; by the task. */
    @Override
    public String toString() {
        return switch (schema.task()) {
            case BINARY, MULTICLASS -> label() + " (" + (float) probability() + ")";
            case MULTILABEL -> positives().toString();
            case REGRESSION -> numbers().toString();
        };
    }

    private void requireTask(boolean fits, String what) {
        if (!fits) {
            throw new IllegalStateException("prediction: a " + schema.task().word() + " model with " + outputs.length
                    + " outputs gives no " + what);
        }
    }
}
