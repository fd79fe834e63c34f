// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.metrics.Answers;
import java.util.ArrayList;
import java.util.List;

/**
 * How a quantile that a model predicts of a target did.
 *
 * @param target its name
 * @param level the share of rows whose truth is to lie at or below it
 * @param below the share whose truth did, as rows weigh
 * @param pinball the mean pinball loss at this level, in the target's units, as rows weigh
 * @since 0.1.0
 */
public record QuantileScore(String target, double level, double below, double pinball) {
    /** Of normal distributions these are looked at, and how many deviations from the mean they are. */
    private static final List<Double> LEVELS = List.of(0.05, 0.5, 0.95);

    private static final double DEVIATIONS = 1.6448536269514722;

    /**
     * Of all targets, level by level: of normal distributions 0.05, 0.5 and 0.95; none where an answer is all that is said of a
     * target.
     */
    public static List<QuantileScore> of(Answers answers) {
        List<QuantileScore> scores = new ArrayList<>();
        for (int target = 0; target < answers.schema().outputs(); target++) {
            scores.addAll(answers.schema().distribution().match(new OfTarget(answers, target)));
        }
        return List.copyOf(scores);
    }

    /** A quantile of a row's target. */
    private interface Quantile {
        double of(int row);
    }

    private record OfTarget(Answers answers, int target) implements TargetDistribution.Cases<List<QuantileScore>> {
        @Override
        public List<QuantileScore> number() {
            return List.of();
        }

        @Override
        public List<QuantileScore> quantiles(TargetDistribution.Quantiles quantiles) {
            List<QuantileScore> scores = new ArrayList<>();
            for (int i = 0; i < quantiles.outputs(); i++) {
                int which = i;
                scores.add(score(quantiles.levels().get(i), row -> answers.detail(row, target, which)));
            }
            return scores;
        }

        @Override
        public List<QuantileScore> normal() {
            List<QuantileScore> scores = new ArrayList<>();
            for (double level : LEVELS) {
                double off = level == 0.5 ? 0 : level < 0.5 ? -DEVIATIONS : DEVIATIONS;
                scores.add(score(level, row -> answers.detail(row, target, 0) + off * answers.detail(row, target, 1)));
            }
            return scores;
        }

        private QuantileScore score(double level, Quantile quantile) {
            double below = 0;
            double pinball = 0;
            double weights = 0;
            for (int row = 0; row < answers.rows(); row++) {
                double weight = answers.weight(row);
                double error = answers.target(row, target) - quantile.of(row);
                below += error <= 0 ? weight : 0;
                pinball += weight * Math.max(level * error, (level - 1) * error);
                weights += weight;
            }
            String name = answers.schema().targets().get(target);
            return new QuantileScore(name, level, below / weights, pinball / weights);
        }
    }
}
