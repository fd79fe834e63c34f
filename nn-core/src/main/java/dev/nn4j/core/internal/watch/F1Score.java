// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.score.Hits;
import java.util.Arrays;

/**
 * F1 of the positive class; of several classes, or several yeses and noes, the mean of each one's. By what is more likely: a
 * threshold is chosen for a model that is trained.
 */
final class F1Score implements WatchedScore {
    private final DataSet data;
    private final boolean oneOfMany;
    private final int width;
    private final double[] right;
    private final double[] decided;
    private final double[] met;

    F1Score(DataSet data, TargetKind targets) {
        this.data = data;
        this.oneOfMany = targets == TargetKind.ONE_HOT;
        this.width = data.targetWidth();
        this.right = new double[width];
        this.decided = new double[width];
        this.met = new double[width];
    }

    @Override
    public void begin() {
        Arrays.fill(right, 0);
        Arrays.fill(decided, 0);
        Arrays.fill(met, 0);
    }

    @Override
    public void add(int first, int rows, float[] outputs, float[] targets) {
        for (int r = 0; r < rows; r++) {
            double weight = data.weight(first + r);
            if (oneOfMany) {
                int answer = Decision.greatest(outputs, r * width, width);
                int truth = Decision.greatest(targets, r * width, width);
                decided[answer] += weight;
                met[truth] += weight;
                right[truth] += answer == truth ? weight : 0;
            } else {
                addEach(r * width, weight, outputs, targets);
            }
        }
    }

    private void addEach(int at, double weight, float[] outputs, float[] targets) {
        for (int k = 0; k < width; k++) {
            boolean answer = Decision.isMoreLikely(outputs[at + k]);
            boolean truth = Decision.isMoreLikely(targets[at + k]);
            decided[k] += answer ? weight : 0;
            met[k] += truth ? weight : 0;
            right[k] += answer && truth ? weight : 0;
        }
    }

    @Override
    public double value() {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += new Hits(right[k], decided[k], met[k]).f1();
        }
        return sum / width;
    }
}
