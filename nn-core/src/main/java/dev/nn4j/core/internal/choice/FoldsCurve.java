// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.choice;

import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import java.util.List;

/**
 * What the trainings of folds say together of an epoch: the mean of what each of them watched, over those epochs that all have
 * come to. The best epoch of that curve is one at which all were well; a mean of their best ones may be none, where the learning
 * rate goes up and down and it falls between.
 *
 * @param folds the epochs of each training
 */
public record FoldsCurve(List<List<EpochRecord>> folds) {
    /** How many epochs are best; as many as each has had, in the mean, where none is preferred to the last. */
    public int bestEpoch(EarlyStopping stopping) {
        boolean last = stopping.ties() == EarlyStopping.Ties.LAST;
        return stopping.restoreBest() ? best(stopping.monitor(), last) : lastEpoch();
    }

    /** How many each has had, in the mean. */
    public int lastEpoch() {
        double sum = folds.stream().mapToInt(List::size).sum();
        return (int) Math.rint(sum / folds.size());
    }

    private int best(Monitor monitor, boolean last) {
        int epochs = folds.stream().mapToInt(List::size).min().orElseThrow();
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
        for (List<EpochRecord> fold : folds) {
            double value = fold.get(epoch - 1).value(monitor).orElse(Double.NaN);
            sum += monitor.lessIsBetter() ? value : -value;
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum / folds.size();
    }
}
