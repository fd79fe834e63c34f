// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import java.util.function.DoubleUnaryOperator;

/** An activation that is slower than it need be and rounds twice. */
public final class Strict {
    float exponential(float x) {
        return (float) StrictMath.exp(x);
    }

    DoubleUnaryOperator reference() {
        return StrictMath::tanh;
    }
}
