// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.score.ProbabilityScores;
import dev.nn4j.core.schema.Schema;

/** The loss of outputs themselves, for predictors that were not trained on one: log-loss, or the squared error. */
final class MeasuredLoss {
    private final Answers answers;
    private final Schema schema;

    MeasuredLoss(Answers answers) {
        this.answers = answers;
        this.schema = answers.schema();
    }

    /** Its mean over the rows, each times its weight. */
    double mean() {
        BlockSum losses = new BlockSum();
        BlockSum weights = new BlockSum();
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            losses.add(row, weight * loss(row));
            weights.add(row, weight);
        }
        return losses.total() / weights.total();
    }

    private double loss(int row) {
        return switch (schema.task()) {
            case BINARY, MULTICLASS ->
                ProbabilityScores.logLoss(schema.probability(answers.outputs(row), 0, answers.label(row)));
            case MULTILABEL, REGRESSION -> meanOverTargets(row);
        };
    }

    private double meanOverTargets(int row) {
        double sum = 0;
        for (int target = 0; target < schema.outputs(); target++) {
            sum += loss(answers.output(row, target), answers.target(row, target));
        }
        return sum / schema.outputs();
    }

    private double loss(float output, float target) {
        return switch (schema.task()) {
            case MULTILABEL -> ProbabilityScores.logLoss(target == 1 ? output : 1 - (double) output);
            default -> ((double) output - target) * ((double) output - target);
        };
    }
}
