// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

/**
 * What comes of saying yes to all rows from a score on. Rows count as they weigh; 0/0 is 0.
 *
 * @param threshold the least score of which it is said
 * @param truePositives yes, and rightly
 * @param falsePositives yes, and wrongly
 * @param falseNegatives no, and wrongly
 * @param trueNegatives no, and rightly
 * @since 0.1.0
 */
public record Cut(
        double threshold, double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {
    /** Of those said yes to, the share that is right. */
    public double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /** Of the positives, the share that is found. */
    public double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    /** Of the negatives, the share that is left in peace. */
    public double specificity() {
        return share(trueNegatives, trueNegatives + falsePositives);
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** Share of all that is decided rightly. */
    public double accuracy() {
        return share(truePositives + trueNegatives, all());
    }

    /** Mean of recall and specificity. */
    public double balancedAccuracy() {
        return (recall() + specificity()) / 2;
    }

    /** Share of all that is said yes to. */
    public double flagged() {
        return share(truePositives + falsePositives, all());
    }

    private double all() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
