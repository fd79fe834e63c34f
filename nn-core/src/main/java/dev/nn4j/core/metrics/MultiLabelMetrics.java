// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The metrics of several yes-or-no outputs against their targets. */
final class MultiLabelMetrics {
    private final Schema schema;
    private final float[] outputs;
    private final float[] targets;
    private final int width;
    private final int rows;

    MultiLabelMetrics(Schema schema, float[] outputs, float[] targets) {
        this.schema = schema;
        this.outputs = outputs;
        this.targets = targets;
        this.width = schema.outputs();
        this.rows = targets.length / width;
    }

    MultiLabelEvaluation evaluation(double loss) {
        List<ClassScore> classes = new ArrayList<>();
        for (int target = 0; target < width; target++) {
            classes.add(counts(target).score(schema.targets().get(target), rocAuc(target)));
        }
        double logLoss = 0;
        double brier = 0;
        for (int i = 0; i < targets.length; i++) {
            logLoss += ProbabilityScores.logLoss(isPositive(i) ? outputs[i] : 1 - (double) outputs[i]);
            brier += ProbabilityScores.squaredError(outputs[i], isPositive(i));
        }
        return new MultiLabelEvaluation(
                rows,
                loss,
                (double) rowsRight() / rows,
                logLoss / targets.length,
                brier / targets.length,
                classes,
                Counts.macro(classes),
                Counts.weighted(classes),
                schema.targets(),
                Counts.meanRocAuc(classes));
    }

    private boolean isPositive(int index) {
        return targets[index] > 0.5f;
    }

    private boolean isDecided(int index) {
        return outputs[index] > 0.5f;
    }

    private long rowsRight() {
        long right = 0;
        for (int row = 0; row < rows; row++) {
            boolean all = true;
            for (int i = row * width; i < (row + 1) * width; i++) {
                all &= isDecided(i) == isPositive(i);
            }
            right += all ? 1 : 0;
        }
        return right;
    }

    private Counts counts(int target) {
        long right = 0;
        long decided = 0;
        long support = 0;
        for (int i = target; i < targets.length; i += width) {
            right += isDecided(i) && isPositive(i) ? 1 : 0;
            decided += isDecided(i) ? 1 : 0;
            support += isPositive(i) ? 1 : 0;
        }
        return new Counts(right, decided, support);
    }

    private OptionalDouble rocAuc(int target) {
        float[] scores = new float[rows];
        boolean[] positive = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = outputs[row * width + target];
            positive[row] = isPositive(row * width + target);
        }
        return RocAuc.of(scores, positive);
    }
}
