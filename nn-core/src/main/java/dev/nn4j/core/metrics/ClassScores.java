// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.Hits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Scores of classes, and averages over them. Immutable.
 *
 * @param classes one for each label, in order
 * @param macroAverage in which every class weighs the same
 * @param weightedAverage in which classes weigh as what was met of them
 * @param labels in order
 */
record ClassScores(List<ClassScore> classes, Averages macroAverage, Averages weightedAverage, List<String> labels) {
    ClassScores {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);
    }

    /** Adds the averages. */
    Figures in(Figures figures) {
        return figures.with("macroAverage", macroAverage).with("weightedAverage", weightedAverage);
    }

    /** As in {@code classes=[…], macroAverage=…, weightedAverage=…}: the labels come last in an evaluation's text. */
    String text() {
        return "classes=" + classes + ", macroAverage=" + macroAverage + ", weightedAverage=" + weightedAverage;
    }

    /** Takes the classes one after the other. */
    static final class Gathered {
        private final List<String> labels = new ArrayList<>();
        private final List<ClassScore> scores = new ArrayList<>();
        private final List<Hits> hits = new ArrayList<>();

        /** Adds a class that so many rows are of. */
        void add(String label, Hits found, long support, OptionalDouble rocAuc) {
            labels.add(label);
            hits.add(found);
            scores.add(new ClassScore(label, found.precision(), found.recall(), found.f1(), support, rocAuc));
        }

        ClassScores all() {
            return new ClassScores(
                    scores,
                    averages(index -> 1),
                    averages(index -> hits.get(index).met()),
                    labels);
        }

        private Averages averages(IntToDoubleFunction weight) {
            return new Averages(
                    mean(ClassScore::precision, weight),
                    mean(ClassScore::recall, weight),
                    mean(ClassScore::f1, weight));
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
}
