// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How well one class is told from the others. 0/0 counts as 0.
 *
 * @since 0.1.0
 */
public final class ClassScore {
    private final String label;
    private final double precision;
    private final double recall;
    private final double f1;
    private final long support;
    private final OptionalDouble rocAuc;

    /** All parts, in this order. */
    ClassScore(String label, double precision, double recall, double f1, long support, OptionalDouble rocAuc) {
        this.label = label;
        this.precision = precision;
        this.recall = recall;
        this.f1 = f1;
        this.support = support;
        this.rocAuc = rocAuc;
    }

    /** Starts with zeros and nothing. */
    public static ClassScoreBuilder builder() {
        return new ClassScoreBuilder();
    }

    /** The class. */
    public String label() {
        return label;
    }

    /** Share of the rows decided for it that are of it. */
    public double precision() {
        return precision;
    }

    /** Share of its rows that were decided for it. */
    public double recall() {
        return recall;
    }

    /** Harmonic mean of the two. */
    public double f1() {
        return f1;
    }

    /** Number of its rows. */
    public long support() {
        return support;
    }

    /** Area under the ROC curve, this class against the rest; empty where one side has no rows. */
    public OptionalDouble rocAuc() {
        return rocAuc;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassScore that
                && label.equals(that.label)
                && Double.compare(precision, that.precision) == 0
                && Double.compare(recall, that.recall) == 0
                && Double.compare(f1, that.f1) == 0
                && support == that.support
                && rocAuc.equals(that.rocAuc);
    }

    @Override
    public int hashCode() {
        return Objects.hash(label, precision, recall, f1, support, rocAuc);
    }

    @Override
    public String toString() {
        return "ClassScore[label=" + label + ", precision=" + precision + ", recall=" + recall + ", f1=" + f1
                + ", support=" + support + ", rocAuc=" + rocAuc + "]";
    }
}
