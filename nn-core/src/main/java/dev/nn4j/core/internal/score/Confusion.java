// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import java.util.OptionalDouble;

/** Rows by the class that is true and the one decided for: how many, and what they weigh. */
public final class Confusion {
    private final long[][] counts;
    private final double[][] weights;
    private final int classes;

    private Confusion(int classes) {
        this.classes = classes;
        this.counts = new long[classes][classes];
        this.weights = new double[classes][classes];
    }

    /** Of the classes of rows of which one is true; else of the noes and yeses of an output. */
    public static Confusion of(ScoredRows rows, int output) {
        Confusion confusion = new Confusion(rows.isOneOfMany() ? rows.width() : 2);
        for (int row = 0; row < rows.rows(); row++) {
            int truth = rows.truth(row, output);
            int decision = rows.decision(row, output);
            confusion.counts[truth][decision]++;
            confusion.weights[truth][decision] += rows.weight(row);
        }
        return confusion;
    }

    /** How many rows of this class were decided for that one. */
    public long count(int truth, int decision) {
        return counts[truth][decision];
    }

    /** How a class was found, in weights. */
    public Hits hits(int label) {
        return new Hits(weights[label][label], decided(label), met(label));
    }

    private double decided(int label) {
        double sum = 0;
        for (int truth = 0; truth < classes; truth++) {
            sum += weights[truth][label];
        }
        return sum;
    }

    private double met(int label) {
        double sum = 0;
        for (int decision = 0; decision < classes; decision++) {
            sum += weights[label][decision];
        }
        return sum;
    }

    /** What the rows weigh that were decided rightly. */
    public double right() {
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += weights[label][label];
        }
        return sum;
    }

    private double total() {
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += met(label);
        }
        return sum;
    }

    /** The mean F1 of the classes. */
    double meanF1() {
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += hits(label).f1();
        }
        return sum / classes;
    }

    /** The mean recall of the classes that are met. */
    double balancedAccuracy() {
        double sum = 0;
        int met = 0;
        for (int label = 0; label < classes; label++) {
            sum += hits(label).recall();
            met += met(label) > 0 ? 1 : 0;
        }
        return sum / met;
    }

    /** The sum over the classes of what is met of one times what is decided for it. */
    private double byChance() {
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += met(label) * decided(label);
        }
        return sum;
    }

    /** Gorodkin's R<sub>K</sub>, which of two classes is Matthews' correlation; 0 where it is 0/0. */
    double matthewsCorrelation() {
        double total = total();
        double met = total * total;
        double decided = total * total;
        for (int label = 0; label < classes; label++) {
            met -= met(label) * met(label);
            decided -= decided(label) * decided(label);
        }
        return met <= 0 || decided <= 0 ? 0 : (right() * total - byChance()) / (Math.sqrt(met) * Math.sqrt(decided));
    }

    /** Cohen's kappa; empty where it is 0/0. */
    OptionalDouble kappa() {
        double all = total() * total();
        double chance = byChance();
        return chance >= all
                ? OptionalDouble.empty()
                : OptionalDouble.of((right() * total() - chance) / (all - chance));
    }
}
