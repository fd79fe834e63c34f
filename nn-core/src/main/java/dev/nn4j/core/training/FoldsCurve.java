// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Monitor;
import java.util.List;

/**
 * What the trainings of folds say together of an epoch: the mean of what each of them watched, over those epochs that all have
 * come to. The best epoch of that curve is one at which all were well; a mean of their best ones may be none, where the learning
 * rate goes up and down and it falls between.
 *
 * @param folds their trainings
 */
record FoldsCurve(List<MemberResult> folds) {
    /** How many epochs are best; as many as each has had, in the mean, where none is preferred to the last. */
    int bestEpoch(EarlyStopping stopping) {
        return stopping.restoreBest()
                ? best(stopping.monitor(), stopping.ties() == EarlyStopping.Ties.LAST)
                : lastEpoch();
    }

    /** How many each has had, in the mean. */
    int lastEpoch() {
        double sum = folds.stream().mapToInt(MemberResult::bestEpoch).sum();
        return (int) Math.max(1, Math.rint(sum / folds.size()));
    }

    private int best(Monitor monitor, boolean last) {
        int epochs =
                folds.stream().mapToInt(fold -> fold.history().size()).min().orElseThrow();
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double cost = cost(monitor, epoch);
            if (last ? cost <= least : cost < least) {
                least = cost;
                best = epoch;
            }
        }
        return best;
    }

    /** Of an epoch, less is better; infinite where some fold has no value. */
    private double cost(Monitor monitor, int epoch) {
        double sum = 0;
        for (MemberResult fold : folds) {
            double value = fold.history().get(epoch - 1).value(monitor).orElse(Double.NaN);
            sum += monitor.lessIsBetter() ? value : -value;
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum / folds.size();
    }
}
