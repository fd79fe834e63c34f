// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.OptionalDouble;

/**
 * Builds a {@link ClassScore}, for tests of what shows one; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class ClassScoreBuilder {
    private String label = "";
    private double precision;
    private double recall;
    private double f1;
    private long support;
    private OptionalDouble rocAuc = OptionalDouble.empty();

    ClassScoreBuilder() {}

    /** See {@link ClassScore#label()}. */
    public ClassScoreBuilder label(String value) {
        label = value;
        return this;
    }

    /** See {@link ClassScore#precision()}. */
    public ClassScoreBuilder precision(double value) {
        precision = value;
        return this;
    }

    /** See {@link ClassScore#recall()}. */
    public ClassScoreBuilder recall(double value) {
        recall = value;
        return this;
    }

    /** See {@link ClassScore#f1()}. */
    public ClassScoreBuilder f1(double value) {
        f1 = value;
        return this;
    }

    /** See {@link ClassScore#support()}. */
    public ClassScoreBuilder support(long value) {
        support = value;
        return this;
    }

    /** See {@link ClassScore#rocAuc()}. */
    public ClassScoreBuilder rocAuc(OptionalDouble value) {
        rocAuc = value;
        return this;
    }

    /** The score. */
    public ClassScore build() {
        return new ClassScore(label, precision, recall, f1, support, rocAuc);
    }
}
