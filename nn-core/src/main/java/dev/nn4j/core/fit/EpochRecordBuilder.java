// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.experiment.Monitor;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Builds an {@link EpochRecord}; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class EpochRecordBuilder {
    private final int epoch;
    private double loss;
    private OptionalDouble accuracy = OptionalDouble.empty();
    private OptionalDouble validationLoss = OptionalDouble.empty();
    private OptionalDouble validationAccuracy = OptionalDouble.empty();
    private Map<Monitor, Double> scores = Map.of();
    private double learningRate;
    private OptionalDouble seconds = OptionalDouble.empty();

    EpochRecordBuilder(int epoch) {
        this.epoch = epoch;
    }

    /** See {@link EpochRecord#loss()}. */
    public EpochRecordBuilder loss(double value) {
        loss = value;
        return this;
    }

    /** See {@link EpochRecord#accuracy()}. */
    public EpochRecordBuilder accuracy(OptionalDouble value) {
        accuracy = value;
        return this;
    }

    /** See {@link EpochRecord#validationLoss()}. */
    public EpochRecordBuilder validationLoss(OptionalDouble value) {
        validationLoss = value;
        return this;
    }

    /** See {@link EpochRecord#validationAccuracy()}. */
    public EpochRecordBuilder validationAccuracy(OptionalDouble value) {
        validationAccuracy = value;
        return this;
    }

    /** See {@link EpochRecord#scores()}. */
    public EpochRecordBuilder scores(Map<Monitor, Double> value) {
        scores = value;
        return this;
    }

    /** See {@link EpochRecord#learningRate()}. */
    public EpochRecordBuilder learningRate(double value) {
        learningRate = value;
        return this;
    }

    /** See {@link EpochRecord#seconds()}. */
    public EpochRecordBuilder seconds(double value) {
        seconds = OptionalDouble.of(value);
        return this;
    }

    /** The record. */
    public EpochRecord build() {
        return new EpochRecord(
                epoch, loss, accuracy, validationLoss, validationAccuracy, scores, learningRate, seconds);
    }
}
