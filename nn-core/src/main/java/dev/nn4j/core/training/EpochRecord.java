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
 * @param seconds the epoch took; the only field that is not the same in every run
 */
public record EpochRecord(
        int epoch,
        double loss,
        OptionalDouble accuracy,
        OptionalDouble validationLoss,
        OptionalDouble validationAccuracy,
        double learningRate,
        double seconds) {}
