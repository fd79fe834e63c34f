// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.watch;

/** How the answers of a shadow differ from those that were given. For all threads. */
public final class ShadowTally {
    private long rows;
    private long different;
    private long failed;
    private long skipped;
    private double sum;
    private double largest;

    /**
     * What was counted.
     *
     * @param rows that both answered
     * @param different of them, with another label or another decision; for regression, with another number
     * @param failed that the shadow could not answer
     * @param skipped that it was not asked, as there were too many
     * @param meanDifference of the outputs, absolute
     * @param largestDifference of them
     */
    public record Counts(
            long rows, long different, long failed, long skipped, double meanDifference, double largestDifference) {}

    /** Both answered a row. */
    public synchronized void add(boolean differs, double difference) {
        rows++;
        different += differs ? 1 : 0;
        sum += difference;
        largest = Math.max(largest, difference);
    }

    /** The shadow could not answer rows. */
    public synchronized void fail(int count) {
        failed += count;
    }

    /** The shadow was not asked. */
    public synchronized void skip(int count) {
        skipped += count;
    }

    /** What was counted so far. */
    public synchronized Counts counts() {
        return new Counts(rows, different, failed, skipped, rows == 0 ? 0 : sum / rows, largest);
    }
}
