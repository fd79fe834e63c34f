// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/** Training in which a loss or a weight is no longer a finite number. */
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
