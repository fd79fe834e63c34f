// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import java.util.function.DoubleUnaryOperator;

/** Mathematics whose bits depend on the JVM. */
public final class Inexact {
    double exponential(double x) {
        return Math.exp(x);
    }

    double power(double x) {
        return Math.pow(x, 2);
    }

    double logarithm(double x) {
        return Math.log1p(x);
    }

    float hyperbolic(float x) {
        return (float) Math.tanh(x);
    }

    double angle(double x) {
        return Math.atan2(x, 1);
    }

    DoubleUnaryOperator reference() {
        return Math::sin;
    }
}
