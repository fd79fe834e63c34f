// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.choice;

import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import java.util.List;

/**
 * What trainings that set rows aside say together of how long to train on all rows: the mean of what each of them watched, over
 * those epochs that all have come to, and over each epoch and the ones beside it. The best epoch of that curve is one at which all
 * were well and would have been well an epoch earlier or later; a single best value may be luck, most of all while the learning
 * rate is high, and a mean of the best epochs may fall between two waves of it, where none was well.
 *
 * @param trainings the epochs of each training
 */
public record EpochCurve(List<List<EpochRecord>> trainings) {
    /** How many epochs are best; as many as each has had, in the mean, where none is preferred to the last. */
    public int bestEpoch(EarlyStopping stopping) {
        boolean last = stopping.ties() == EarlyStopping.Ties.LAST;
        return stopping.restoreBest() ? best(stopping.monitor(), last) : lastEpoch();
    }

    /** How many each has had, in the mean. */
    public int lastEpoch() {
        double sum = trainings.stream().mapToInt(List::size).sum();
        return (int) Math.rint(sum / trainings.size());
    }

    private int best(Monitor monitor, boolean last) {
        int epochs = trainings.stream().mapToInt(List::size).min().orElseThrow();
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double cost = costAbout(monitor, epoch, epochs);
            if (last ? cost <= least : cost < least) {
                least = cost;
                best = epoch;
            }
        }
        return best;
    }

    /** Half of its own, and a quarter of each one beside it; at the ends, where there is none, its own once more. */
    private double costAbout(Monitor monitor, int epoch, int epochs) {
        return 0.5 * cost(monitor, epoch)
                + 0.25 * (cost(monitor, Math.max(1, epoch - 1)) + cost(monitor, Math.min(epochs, epoch + 1)));
    }

    /** Of an epoch, less is better; infinite where some training has no value. */
    private double cost(Monitor monitor, int epoch) {
        double sum = 0;
        for (List<EpochRecord> training : trainings) {
            double value = training.get(epoch - 1).value(monitor).orElse(Double.NaN);
            sum += monitor.lessIsBetter() ? value : -value;
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum / trainings.size();
    }
}
