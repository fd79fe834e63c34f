// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/**
 * Training in which a loss or a weight is no longer a finite number.
 *
 * @since 0.1.0
 */
public final class TrainingDivergedException extends Nn4jException {
    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final int batch;
    private final String place;

    /**
     * A divergence.
     *
     * @param epoch counted from 1
     * @param batch within the epoch, counted from 1
     * @param place the layer or component where the first non-finite value appeared
     * @param problem what was seen there, and what to try
     */
    public TrainingDivergedException(int epoch, int batch, String place, String problem) {
        super("training diverged in epoch " + epoch + ", batch " + batch + ", at " + place + ": " + problem, null);
        this.epoch = epoch;
        this.batch = batch;
        this.place = place;
    }

    private TrainingDivergedException(String part, TrainingDivergedException of) {
        super(part + ": " + of.getMessage(), of);
        this.epoch = of.epoch;
        this.batch = of.batch;
        this.place = of.place;
    }

    /**
     * The same, seen from outside a part of a larger run.
     *
     * @param part as the message begins: {@code fold 3}
     */
    public TrainingDivergedException in(String part) {
        return new TrainingDivergedException(part, this);
    }

    /** The epoch, counted from 1. */
    public int epoch() {
        return epoch;
    }

    /** The batch within the epoch, counted from 1. */
    public int batch() {
        return batch;
    }

    /** The layer or component where the first non-finite value appeared. */
    public String place() {
        return place;
    }
}
