// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.Hits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Scores of classes, and averages over them. */
final class ClassScores {
    private final List<ClassScore> scores = new ArrayList<>();
    private final List<Hits> hits = new ArrayList<>();

    /** Adds a class that so many rows are of. */
    void add(String label, Hits found, long support, OptionalDouble rocAuc) {
        hits.add(found);
        scores.add(new ClassScore(label, found.precision(), found.recall(), found.f1(), support, rocAuc));
    }

    List<ClassScore> scores() {
        return scores;
    }

    Averages macro() {
        return averages(index -> 1);
    }

    /** Classes weigh as what was met of them. */
    Averages weighted() {
        return averages(index -> hits.get(index).met());
    }

    private Averages averages(IntToDoubleFunction weight) {
        return new Averages(
                mean(ClassScore::precision, weight), mean(ClassScore::recall, weight), mean(ClassScore::f1, weight));
    }

    private double mean(ToDoubleFunction<ClassScore> value, IntToDoubleFunction weight) {
        double sum = 0;
        double weights = 0;
        for (int index = 0; index < scores.size(); index++) {
            sum += weight.applyAsDouble(index) * value.applyAsDouble(scores.get(index));
            weights += weight.applyAsDouble(index);
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
