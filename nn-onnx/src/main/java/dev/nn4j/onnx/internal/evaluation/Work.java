// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

/** How much may be computed and kept: a small file may ask for any amount of both. */
public final class Work {
    private final long mostSteps;
    private final long mostValues;
    private long steps;
    private long values;
    private long peak;

    /**
     * Allows so much.
     *
     * @param mostSteps multiplications and the like
     * @param mostValues numbers and texts at one time
     */
    public Work(long mostSteps, long mostValues) {
        this.mostSteps = mostSteps;
        this.mostValues = mostValues;
    }

    void spend(long count) {
        steps += count;
        EvaluationFault.require(steps <= mostSteps, "it takes more than " + mostSteps + " steps to compute");
    }

    void keep(long count) {
        values += count;
        peak = Math.max(peak, values);
        EvaluationFault.require(values <= mostValues, "it takes more than " + mostValues + " numbers in memory");
    }

    void release(long count) {
        values -= count;
    }

    /** Steps so far. */
    public long steps() {
        return steps;
    }

    /** The most values that were kept at one time. */
    public long peak() {
        return peak;
    }
}
