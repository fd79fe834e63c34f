// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector.functions;

import dev.nn4j.api.internal.math.SliceFunctions;
import dev.nn4j.api.math.FloatMath;
import java.util.List;

/** A function of FloatMath in its three forms: of a value, of a slice by vectors, of a slice as programs call it. */
record TwinFunction(String name, Value value, Vectors vectors, Slice slice) {
    private static final SliceFunctions VECTORS = new VectorSliceFunctions();

    static final List<TwinFunction> ALL = List.of(
            new TwinFunction("exp", FloatMath::exp, VECTORS::exp, FloatMath::exp),
            new TwinFunction("expm1", FloatMath::expm1, VECTORS::expm1, FloatMath::expm1),
            new TwinFunction("sigmoid", FloatMath::sigmoid, VECTORS::sigmoid, FloatMath::sigmoid),
            new TwinFunction("log", FloatMath::log, VECTORS::log, FloatMath::log),
            new TwinFunction("log1p", FloatMath::log1p, VECTORS::log1p, FloatMath::log1p),
            new TwinFunction("softplus", FloatMath::softplus, VECTORS::softplus, FloatMath::softplus),
            new TwinFunction("cosTurns", FloatMath::cosTurns, VECTORS::cosTurns, FloatMath::cosTurns),
            new TwinFunction("sinTurns", FloatMath::sinTurns, VECTORS::sinTurns, FloatMath::sinTurns));

    interface Value {
        float apply(float x);
    }

    interface Vectors {
        int apply(float[] x, float[] y, int from, int to);
    }

    interface Slice {
        void apply(float[] x, float[] y, int from, int to);
    }

    @Override
    public String toString() {
        return name;
    }
}
