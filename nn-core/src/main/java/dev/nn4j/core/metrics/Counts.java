// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.Hits;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * What the rows weigh for which a class was decided, and where it was met.
 *
 * @param right decided for and met
 * @param decided decided for
 * @param met met
 * @param support how many rows it was met in
 */
record Counts(double right, double decided, double met, long support) {
    ClassScore score(String label, OptionalDouble rocAuc) {
        Hits hits = new Hits(right, decided, met);
        return new ClassScore(label, hits.precision(), hits.recall(), hits.f1(), support, rocAuc);
    }

    static Averages macro(List<ClassScore> classes) {
        return averages(classes, index -> 1);
    }

    /** Classes weigh as what was met of them. */
    static Averages weighted(List<ClassScore> classes, List<Counts> counts) {
        return averages(classes, index -> counts.get(index).met());
    }

    /** The mean of the areas; empty where one is undefined. */
    static OptionalDouble meanRocAuc(List<ClassScore> classes) {
        return classes.stream().allMatch(score -> score.rocAuc().isPresent())
                ? OptionalDouble.of(mean(classes, score -> score.rocAuc().getAsDouble(), index -> 1))
                : OptionalDouble.empty();
    }

    private static Averages averages(List<ClassScore> classes, IntToDoubleFunction weight) {
        return new Averages(
                mean(classes, ClassScore::precision, weight),
                mean(classes, ClassScore::recall, weight),
                mean(classes, ClassScore::f1, weight));
    }

    private static double mean(
            List<ClassScore> classes, ToDoubleFunction<ClassScore> value, IntToDoubleFunction weight) {
        double sum = 0;
        double weights = 0;
        for (int index = 0; index < classes.size(); index++) {
            sum += weight.applyAsDouble(index) * value.applyAsDouble(classes.get(index));
            weights += weight.applyAsDouble(index);
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
