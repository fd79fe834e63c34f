// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.Interval;
import dev.nn4j.core.Model;
import dev.nn4j.core.PredictionIntervals;
import dev.nn4j.core.PredictionSets;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a model's intervals or sets held of rows whose truth is known, beside what is stated.
 *
 * @param level the share of rows that is stated
 * @param target which target's they are
 * @param held the share of rows whose truth they held, as rows weigh
 * @param size their mean size, as rows weigh: the width of intervals in the target's own units, or the number of labels in a set
 * @since 0.1.0
 */
public record ConformalCoverage(double level, String target, double held, double size) {
    /**
     * One for each level and target, in this order; of a model that tells one label of several each level has one.
     *
     * @param levels what is stated, such as 0.9
     * @param answers asks a model about the rows: {@code one -> Answers.of(one, table)}
     * @throws IllegalStateException if the model has no conformal scores
     * @throws IllegalArgumentException if it cannot state one of the levels
     */
    public static List<ConformalCoverage> of(Model model, List<Double> levels, Function<Model, Answers> answers) {
        Conformal conformal = model.conformal()
                .orElseThrow(() -> new IllegalStateException("coverage: the model has no conformal scores; give it some"
                        + " by Model.withConformal or nn calibrate --conformal"));
        Answers whole = answers.apply(model);
        List<Answers> members = new ArrayList<>();
        for (int member = 0; conformal.method() == ConformalMethod.SPREAD && member < model.members(); member++) {
            members.add(answers.apply(model.member(member)));
        }
        SpreadScores scores = new SpreadScores(whole, members);
        List<ConformalCoverage> each = new ArrayList<>();
        for (double level : levels) {
            for (int target = 0; target < model.schema().targets().size(); target++) {
                each.add(of(level, whole, target, held(model, level, scores, target)));
            }
        }
        return List.copyOf(each);
    }

    private static Held held(Model model, double level, SpreadScores scores, int target) {
        return model.task() == Task.REGRESSION
                ? new InInterval(model.intervals(level), scores, target)
                : new InSet(model.sets(level), scores.whole(), target);
    }

    private static ConformalCoverage of(double level, Answers answers, int target, Held held) {
        double weights = 0;
        double within = 0;
        double size = 0;
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            weights += weight;
            within += held.truth(row) ? weight : 0;
            size += held.size(row) * weight;
        }
        String name = answers.schema().targets().get(target);
        return new ConformalCoverage(level, name, within / weights, size / weights);
    }

    /** What is stated of rows. */
    private interface Held {
        boolean truth(int row);

        double size(int row);
    }

    private record InInterval(PredictionIntervals intervals, SpreadScores scores, int target) implements Held {
        @Override
        public boolean truth(int row) {
            Interval interval = interval(row);
            double truth = scores.whole().actual(row, target);
            return truth >= interval.low() && truth <= interval.high();
        }

        @Override
        public double size(int row) {
            return interval(row).high() - interval(row).low();
        }

        private Interval interval(int row) {
            Schema schema = scores.whole().schema();
            int width = schema.distribution().outputs();
            float[] details = new float[schema.detailWidth()];
            float[] spread = new float[schema.outputs()];
            for (int which = 0; which < width; which++) {
                details[target * width + which] = scores.whole().detail(row, target, which);
            }
            if (intervals.needSpread()) {
                spread[target] = (float) scores.spread(row, target);
            }
            return intervals.ofDetails(details, spread, 0, target);
        }
    }

    private record InSet(PredictionSets sets, Answers answers, int target) implements Held {
        @Override
        public boolean truth(int row) {
            return set(row).contains(truthOf(row));
        }

        @Override
        public double size(int row) {
            return set(row).size();
        }

        private List<String> set(int row) {
            return sets.targets().isEmpty()
                    ? sets.of(answers.outputs(row), 0)
                    : sets.of(answers.outputs(row), 0, target);
        }

        private String truthOf(int row) {
            return sets.targets().isEmpty()
                    ? answers.schema().labels().get(answers.label(row))
                    : answers.target(row, target) == 1 ? "1" : "0";
        }
    }
}
