// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights of the classes, which become weights of their rows.
 *
 * @since 0.1.0
 */
public sealed interface ClassWeights {
    /**
     * The weight of each label.
     *
     * @param labels in order
     * @param counts training rows of each
     */
    float[] of(List<String> labels, int[] counts);

    /** Their settings by name behind {@code training.classWeights}: a word, or each label with its weight. */
    SortedMap<String, Object> settings();

    /** Every class weighs 1. */
    static ClassWeights none() {
        return new None();
    }

    /** {@code rows / (classes · rows of the class)}: every class weighs the same as a whole. */
    static ClassWeights balanced() {
        return new Balanced();
    }

    /** Given weights; labels that are not named weigh 1. */
    static ClassWeights given(Map<String, Double> weights) {
        return new Given(weights);
    }

    /** Every class weighs 1. */
    record None() implements ClassWeights {
        @Override
        public float[] of(List<String> labels, int[] counts) {
            float[] ones = new float[labels.size()];
            Arrays.fill(ones, 1);
            return ones;
        }

        @Override
        public SortedMap<String, Object> settings() {
            return new TreeMap<>();
        }
    }

    /** Every class weighs the same as a whole. */
    record Balanced() implements ClassWeights {
        /** As configurations say it. */
        public static final String WORD = "balanced";

        @Override
        public float[] of(List<String> labels, int[] counts) {
            float[] weights = new float[labels.size()];
            double rows = Arrays.stream(counts).sum();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = counts[i] == 0 ? 1 : (float) (rows / ((double) labels.size() * counts[i]));
            }
            return weights;
        }

        @Override
        public SortedMap<String, Object> settings() {
            return new TreeMap<>(Map.of("", WORD));
        }
    }

    /**
     * Weights by label.
     *
     * @param weights finite and at least 0
     */
    record Given(Map<String, Double> weights) implements ClassWeights {
        /** Copies the map and refuses weights that are negative or not finite. */
        public Given {
            // in order, so that of several faults the same is named in every run
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(weights)));
            weights.forEach((label, weight) -> {
                if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
                    throw new ConfigurationException(
                            "training.classWeights." + label, "must be finite and at least 0, got " + weight);
                }
                if (weight > 0 && weight.floatValue() == 0) {
                    throw new ConfigurationException(
                            "training.classWeights." + label,
                            "must be finite and at least 0, got " + weight
                                    + ", which is 0 as the float that is computed with; choose weights near 1");
                }
            });
        }

        @Override
        public float[] of(List<String> labels, int[] counts) {
            Set<String> known = Set.copyOf(labels);
            for (String label : weights.keySet()) {
                if (!known.contains(label)) {
                    throw new ConfigurationException(
                            "training.classWeights",
                            "unknown label '" + label + "'"
                                    + NearestName.hintAmongFree(label, labels, weights.keySet()));
                }
            }
            float[] byLabel = new float[labels.size()];
            for (int i = 0; i < byLabel.length; i++) {
                byLabel[i] = weights.getOrDefault(labels.get(i), 1.0).floatValue();
            }
            return byLabel;
        }

        @Override
        public SortedMap<String, Object> settings() {
            SortedMap<String, Object> settings = new TreeMap<>();
            new TreeMap<>(weights).forEach((label, weight) -> {
                int index = settings.size() / 2;
                settings.put("[" + index + "].label", label);
                settings.put("[" + index + "].weight", weight);
            });
            return settings;
        }
    }
}
