// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure over several evaluations.
 *
 * @param mean of the evaluations' figures
 * @param deviation of a sample: the root of the squared distances from the mean over n − 1; 0 for a single evaluation
 * @since 0.1.0
 */
public record Spread(double mean, double deviation) {
    /**
     * The spread of every figure, by its name in order; empty where one of the evaluations leaves it undefined.
     *
     * @param evaluations of one task; at least one
     */
    public static Map<String, Optional<Spread>> of(List<Evaluation> evaluations) {
        Map<String, Optional<Spread>> spreads = new LinkedHashMap<>();
        for (String name : evaluations.get(0).figures().keySet()) {
            List<OptionalDouble> values = evaluations.stream()
                    .map(evaluation -> evaluation.figures().getOrDefault(name, OptionalDouble.empty()))
                    .toList();
            boolean defined = values.stream().allMatch(OptionalDouble::isPresent);
            spreads.put(
                    name,
                    defined
                            ? Optional.of(ofValues(values.stream()
                                    .mapToDouble(OptionalDouble::getAsDouble)
                                    .toArray()))
                            : Optional.empty());
        }
        return Collections.unmodifiableMap(spreads);
    }

    private static Spread ofValues(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(mean, values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }
}
