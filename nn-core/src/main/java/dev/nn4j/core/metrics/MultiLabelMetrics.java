// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.data.Words;
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
        Words memory = answers.newWords(answers.rows());
        List<ClassScore> classes = new ArrayList<>();
        for (int target = 0; target < width; target++) {
            classes.add(counts(target).score(targets.get(target), rocAuc(target, memory)));
        }
        double logLoss = 0;
        double brier = 0;
        for (int row = 0; row < answers.rows(); row++) {
            for (int target = 0; target < width; target++) {
                float output = answers.output(row, target);
                boolean positive = isPositive(row, target);
                logLoss += ProbabilityScores.logLoss(positive ? output : 1 - (double) output);
                brier += ProbabilityScores.squaredError(output, positive);
            }
        }
        double count = (double) answers.rows() * width;
        return new MultiLabelEvaluation(
                answers.rows(),
                answers.loss(),
                (double) rowsRight() / answers.rows(),
                logLoss / count,
                brier / count,
                classes,
                Counts.macro(classes),
                Counts.weighted(classes),
                targets,
                Counts.meanRocAuc(classes));
    }

    private boolean isPositive(int row, int target) {
        return answers.target(row, target) > 0.5f;
    }

    private boolean isDecided(int row, int target) {
        return answers.output(row, target) > 0.5f;
    }

    private long rowsRight() {
        long right = 0;
        for (int row = 0; row < answers.rows(); row++) {
            boolean all = true;
            for (int target = 0; target < width; target++) {
                all &= isDecided(row, target) == isPositive(row, target);
            }
            right += all ? 1 : 0;
        }
        return right;
    }

    private Counts counts(int target) {
        long right = 0;
        long decided = 0;
        long support = 0;
        for (int row = 0; row < answers.rows(); row++) {
            right += isDecided(row, target) && isPositive(row, target) ? 1 : 0;
            decided += isDecided(row, target) ? 1 : 0;
            support += isPositive(row, target) ? 1 : 0;
        }
        return new Counts(right, decided, support);
    }

    private OptionalDouble rocAuc(int target, Words memory) {
        return RocAuc.of(
                Ranking.of(answers.rows(), row -> answers.output(row, target), row -> isPositive(row, target), memory));
    }
}
