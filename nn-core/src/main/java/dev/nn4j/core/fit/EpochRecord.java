// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.experiment.Monitor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One epoch of a training's history.
 *
 * @since 0.1.0
 */
public final class EpochRecord {
    private final int epoch;
    private final double loss;
    private final OptionalDouble accuracy;
    private final OptionalDouble validationLoss;
    private final OptionalDouble validationAccuracy;
    private final Map<Monitor, Double> scores;
    private final double learningRate;
    private final OptionalDouble seconds;

    /** All parts, in this order. */
    EpochRecord(
            int epoch,
            double loss,
            OptionalDouble accuracy,
            OptionalDouble validationLoss,
            OptionalDouble validationAccuracy,
            Map<Monitor, Double> scores,
            double learningRate,
            OptionalDouble seconds) {
        this.epoch = epoch;
        this.loss = loss;
        this.accuracy = accuracy;
        this.validationLoss = validationLoss;
        this.validationAccuracy = validationAccuracy;
        this.scores = scores.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(scores));
        this.learningRate = learningRate;
        this.seconds = seconds;
    }

    /** Starts the record of an epoch, counted from 1. */
    public static EpochRecordBuilder builder(int epoch) {
        return new EpochRecordBuilder(epoch);
    }

    /** The epoch, counted from 1. */
    public int epoch() {
        return epoch;
    }

    /** The data term over the epoch's batches as they were trained, weighted by rows, in the network's units. */
    public double loss() {
        return loss;
    }

    /** Accuracy over the same batches, a fraction; empty for regression. */
    public OptionalDouble accuracy() {
        return accuracy;
    }

    /** Loss on the validation data at the end of the epoch; empty without such data. */
    public OptionalDouble validationLoss() {
        return validationLoss;
    }

    /** Accuracy on the validation data at the end of the epoch; empty without such data and for regression. */
    public OptionalDouble validationAccuracy() {
        return validationAccuracy;
    }

    /**
     * Those scores of the validation data at the end of the epoch that something watched, in the order of {@link Monitor};
     * see {@link Monitor#isScore()}.
     */
    public Map<Monitor, Double> scores() {
        return scores;
    }

    /** What a monitor is of the epoch; empty where the epoch has no such value, or it is not a number. */
    public OptionalDouble value(Monitor monitor) {
        double cost = cost(monitor);
        return Double.isNaN(cost) ? OptionalDouble.empty() : OptionalDouble.of(monitor.lessIsBetter() ? cost : -cost);
    }

    /** What a rule monitors of the epoch, its sign turned where more is better, so that less always is. */
    double cost(Monitor monitor) {
        double value = switch (monitor) {
            case LOSS -> loss;
            case ACCURACY -> accuracy.orElse(Double.NaN);
            case VALIDATION_LOSS -> validationLoss.orElse(Double.NaN);
            case VALIDATION_ACCURACY -> validationAccuracy.orElse(Double.NaN);
            default -> scores.getOrDefault(monitor, Double.NaN);
        };
        return monitor.lessIsBetter() ? value : -value;
    }

    /** The learning rate in force during the epoch. */
    public double learningRate() {
        return learningRate;
    }

    /**
     * Seconds that the epoch took; the only field that is not the same in every run. Empty for an epoch before a resumed
     * training, since checkpoints hold no times.
     */
    public OptionalDouble seconds() {
        return seconds;
    }

    /** An epoch that was timed. */
    EpochRecord(
            int epoch,
            double loss,
            OptionalDouble accuracy,
            OptionalDouble validationLoss,
            OptionalDouble validationAccuracy,
            double learningRate,
            double seconds) {
        this(
                epoch,
                loss,
                accuracy,
                validationLoss,
                validationAccuracy,
                Map.of(),
                learningRate,
                OptionalDouble.of(seconds));
    }

    /** This epoch without its time. */
    public EpochRecord withoutTime() {
        return new EpochRecord(
                epoch,
                loss,
                accuracy,
                validationLoss,
                validationAccuracy,
                scores,
                learningRate,
                OptionalDouble.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EpochRecord that
                && epoch == that.epoch
                && Double.compare(loss, that.loss) == 0
                && accuracy.equals(that.accuracy)
                && validationLoss.equals(that.validationLoss)
                && validationAccuracy.equals(that.validationAccuracy)
                && scores.equals(that.scores)
                && Double.compare(learningRate, that.learningRate) == 0
                && seconds.equals(that.seconds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(epoch, loss, accuracy, validationLoss, validationAccuracy, scores, learningRate, seconds);
    }

    @Override
    public String toString() {
        return "EpochRecord[epoch=" + epoch + ", loss=" + loss + ", accuracy=" + accuracy + ", validationLoss="
                + validationLoss + ", validationAccuracy=" + validationAccuracy
                + (scores.isEmpty() ? "" : ", scores=" + scores) + ", learningRate=" + learningRate
                + ", seconds=" + seconds + "]";
    }
}
