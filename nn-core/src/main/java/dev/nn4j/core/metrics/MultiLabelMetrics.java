// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.score.ProbabilityScores;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The metrics of several yes-or-no outputs against their targets. */
final class MultiLabelMetrics {
    private final Answers answers;
    private final int width;

    MultiLabelMetrics(Answers answers) {
        this.answers = answers;
        this.width = answers.schema().outputs();
    }

    MultiLabelEvaluation evaluation() {
        List<String> targets = answers.schema().targets();
        WordArray memory = answers.newWords(answers.rows());
        List<ClassScore> classes = new ArrayList<>();
        List<Counts> counts = new ArrayList<>();
        for (int target = 0; target < width; target++) {
            counts.add(counts(target));
            classes.add(counts.get(target).score(targets.get(target), rocAuc(target, memory)));
        }
        BlockSum logLoss = new BlockSum();
        BlockSum brier = new BlockSum();
        for (int row = 0; row < answers.rows(); row++) {
            for (int target = 0; target < width; target++) {
                double weight = answers.weight(row);
                float output = answers.output(row, target);
                boolean positive = isPositive(row, target);
                logLoss.add(row, weight * ProbabilityScores.logLoss(positive ? output : 1 - (double) output));
                brier.add(row, weight * ProbabilityScores.squaredError(output, positive));
            }
        }
        double weights = answers.totalWeight();
        double count = weights * width;
        return new MultiLabelEvaluation(
                answers.rows(),
                answers.loss(),
                weightRight() / weights,
                logLoss.total() / count,
                brier.total() / count,
                classes,
                Counts.macro(classes),
                Counts.weighted(classes, counts),
                targets,
                Counts.meanRocAuc(classes));
    }

    private boolean isPositive(int row, int target) {
        return answers.target(row, target) == 1;
    }

    private boolean isDecided(int row, int target) {
        return answers.schema().decision().holds(target, answers.output(row, target));
    }

    private double weightRight() {
        double right = 0;
        for (int row = 0; row < answers.rows(); row++) {
            boolean all = true;
            for (int target = 0; target < width; target++) {
                all &= isDecided(row, target) == isPositive(row, target);
            }
            right += all ? answers.weight(row) : 0;
        }
        return right;
    }

    private Counts counts(int target) {
        double right = 0;
        double decided = 0;
        double met = 0;
        long support = 0;
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            right += isDecided(row, target) && isPositive(row, target) ? weight : 0;
            decided += isDecided(row, target) ? weight : 0;
            met += isPositive(row, target) ? weight : 0;
            support += isPositive(row, target) ? 1 : 0;
        }
        return new Counts(right, decided, met, support);
    }

    private OptionalDouble rocAuc(int target, WordArray memory) {
        return RocAuc.of(answers, row -> answers.output(row, target), row -> isPositive(row, target), memory);
    }
}
