// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import java.util.OptionalDouble;

/**
 * One epoch of a training's history.
 *
 * @param epoch counted from 1
 * @param loss the data term over the epoch's batches as they were trained, weighted by rows, in the network's units
 * @param accuracy likewise, a fraction; empty for regression
 * @param validationLoss at the end of the epoch; empty without validation data
 * @param validationAccuracy at the end of the epoch; empty without validation data and for regression
 * @param learningRate in force during the epoch
 * @param seconds the epoch took; the only field that is not the same in every run. Empty for an epoch before a resumed
 *     training, since checkpoints hold no times
 */
public record EpochRecord(
        int epoch,
        double loss,
        OptionalDouble accuracy,
        OptionalDouble validationLoss,
        OptionalDouble validationAccuracy,
        double learningRate,
        OptionalDouble seconds) {
    /** An epoch that was timed. */
    public EpochRecord(
            int epoch,
            double loss,
            OptionalDouble accuracy,
            OptionalDouble validationLoss,
            OptionalDouble validationAccuracy,
            double learningRate,
            double seconds) {
        this(epoch, loss, accuracy, validationLoss, validationAccuracy, learningRate, OptionalDouble.of(seconds));
    }

    /** This epoch without its time. */
    EpochRecord withoutTime() {
        return new EpochRecord(
                epoch, loss, accuracy, validationLoss, validationAccuracy, learningRate, OptionalDouble.empty());
    }
}
