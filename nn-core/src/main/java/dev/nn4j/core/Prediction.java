// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.internal.distribution.TargetParts;
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
    /** What is said of each target, of which the outputs are the answers; the outputs where that is all. */
    private final float[] details;

    Prediction(Schema schema, float[] outputs) {
        this(schema, outputs, new float[0]);
    }

    Prediction(Schema schema, float[] outputs, float[] spread) {
        this(schema, outputs, spread, outputs);
    }

    private Prediction(Schema schema, float[] outputs, float[] spread, float[] details) {
        this.schema = schema;
        this.outputs = outputs;
        this.spread = spread;
        this.details = details;
    }

    static Prediction ofDetails(Schema schema, float[] details, float[] spread) {
        float[] outputs = new float[schema.outputs()];
        TargetParts.answers(schema.distribution(), details, outputs.length, outputs);
        return new Prediction(schema, outputs, spread, details);
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

    /** All that is said of each target, in its own units less its offset. */
    float[] unscaledDetails() {
        return details;
    }

    /**
     * The quantiles of each target, by their levels, ascending, in the target's own units. Of models that were trained on
     * several quantiles.
     *
     * @throws IllegalStateException for another model
     * @since 0.1.0
     */
    public Map<String, Map<Double, Double>> quantiles() {
        return schema.distribution().match(new TargetDistribution.Cases<>() {
            @Override
            public Map<String, Map<Double, Double>> number() {
                throw refused("quantiles");
            }

            @Override
            public Map<String, Map<Double, Double>> quantiles(TargetDistribution.Quantiles quantiles) {
                Map<String, Map<Double, Double>> all = new LinkedHashMap<>();
                for (int target = 0; target < outputs.length; target++) {
                    Map<Double, Double> own = new LinkedHashMap<>();
                    for (int i = 0; i < quantiles.outputs(); i++) {
                        own.put(quantiles.levels().get(i), detail(target, i));
                    }
                    all.put(schema.targets().get(target), Collections.unmodifiableMap(own));
                }
                return Collections.unmodifiableMap(all);
            }

            @Override
            public Map<String, Map<Double, Double>> normal() {
                throw refused("quantiles");
            }
        });
    }

    /**
     * A quantile of the one target, in its own units.
     *
     * @param level one that the model was trained on
     * @throws IllegalStateException for another model, or several targets
     * @throws IllegalArgumentException for another level, naming those there are
     * @since 0.1.0
     */
    public double quantile(double level) {
        requireTask(outputs.length == 1, "quantile of one target");
        Map<Double, Double> all = quantiles().values().iterator().next();
        Double quantile = all.get(level);
        if (quantile == null) {
            throw new IllegalArgumentException(
                    "prediction: the quantile's level must be one of " + all.keySet() + ", got " + level);
        }
        return quantile;
    }

    /**
     * The standard deviation of each target around its predicted mean, in the target's own units, as the model learnt it of rows
     * like this. Of models that were trained on the Gaussian likelihood.
     *
     * @throws IllegalStateException for another model
     * @since 0.1.0
     */
    public Map<String, Double> deviations() {
        return schema.distribution().match(new TargetDistribution.Cases<>() {
            @Override
            public Map<String, Double> number() {
                throw refused("deviations");
            }

            @Override
            public Map<String, Double> quantiles(TargetDistribution.Quantiles quantiles) {
                throw refused("deviations");
            }

            @Override
            public Map<String, Double> normal() {
                Map<String, Double> all = new LinkedHashMap<>();
                for (int target = 0; target < outputs.length; target++) {
                    all.put(schema.targets().get(target), detail(target, 1));
                }
                return Collections.unmodifiableMap(all);
            }
        });
    }

    /**
     * The standard deviation of the one target; see {@link #deviations}.
     *
     * @throws IllegalStateException for another model, or several targets
     * @since 0.1.0
     */
    public double deviation() {
        requireTask(outputs.length == 1, "deviation of one target");
        return deviations().values().iterator().next();
    }

    private double detail(int target, int which) {
        float value = details[target * schema.distribution().outputs() + which];
        return schema.distribution().isDistance(which) ? value : schema.inOwnUnits(target, value);
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
     * probabilities} of one with several labels at once, {@code numbers} by target of a regression, and where it says more,
     * {@code quantiles} by target and level, or {@code deviations} by target.
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
            schema.distribution().match(new Said(answer));
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
                && schema.distribution().equals(that.schema.distribution())
                && Arrays.equals(details, that.details);
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

    /** Adds to an answer what is said beside the numbers. */
    private final class Said implements TargetDistribution.Cases<Boolean> {
        private final Map<String, Object> answer;

        Said(Map<String, Object> answer) {
            this.answer = answer;
        }

        @Override
        public Boolean number() {
            return false;
        }

        @Override
        public Boolean quantiles(TargetDistribution.Quantiles quantiles) {
            Map<String, Object> texts = new LinkedHashMap<>();
            Prediction.this.quantiles().forEach((target, own) -> {
                Map<String, Double> byLevel = new LinkedHashMap<>();
                own.forEach((level, value) -> byLevel.put(ShortestDecimal.text(level), value));
                texts.put(target, Collections.unmodifiableMap(byLevel));
            });
            answer.put("quantiles", Collections.unmodifiableMap(texts));
            return true;
        }

        @Override
        public Boolean normal() {
            answer.put("deviations", deviations());
            return true;
        }
    }

    private void requireTask(boolean fits, String what) {
        if (!fits) {
            throw refused(what);
        }
    }

    private IllegalStateException refused(String what) {
        return new IllegalStateException("prediction: a " + schema.task().word() + " model with " + outputs.length
                + " outputs gives no " + what);
    }
}
