// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How often a class was decided for and met.
 *
 * @param right decided for and met
 * @param decided decided for
 * @param support met
 */
record Counts(long right, long decided, long support) {
    ClassScore score(String label, OptionalDouble rocAuc) {
        double precision = ratio(right, decided);
        double recall = ratio(right, support);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new ClassScore(label, precision, recall, f1, support, rocAuc);
    }

    static Averages macro(List<ClassScore> classes) {
        return averages(classes, score -> 1);
    }

    static Averages weighted(List<ClassScore> classes) {
        return averages(classes, ClassScore::support);
    }

    /** The mean of the areas; empty where one is undefined. */
    static OptionalDouble meanRocAuc(List<ClassScore> classes) {
        return classes.stream().allMatch(score -> score.rocAuc().isPresent())
                ? OptionalDouble.of(mean(classes, score -> score.rocAuc().getAsDouble(), score -> 1))
                : OptionalDouble.empty();
    }

    private static Averages averages(List<ClassScore> classes, ToDoubleFunction<ClassScore> weight) {
        return new Averages(
                mean(classes, ClassScore::precision, weight),
                mean(classes, ClassScore::recall, weight),
                mean(classes, ClassScore::f1, weight));
    }

    private static double mean(
            List<ClassScore> classes, ToDoubleFunction<ClassScore> value, ToDoubleFunction<ClassScore> weight) {
        double sum = 0;
        double weights = 0;
        for (ClassScore score : classes) {
            sum += weight.applyAsDouble(score) * value.applyAsDouble(score);
            weights += weight.applyAsDouble(score);
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
