// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.proto.TensorProto.DataType;

/** What is kept of each result: how far the three lie apart says how much rounding matters to a graph. */
public enum Rounding {
    /** All of a double. */
    NONE,
    /** What the value's type holds. */
    AS_TYPED,
    /** The first 16 bits. */
    COARSE;

    private static final int DROPPED_BITS = 8;
    private static final int HALF = 1 << DROPPED_BITS - 1;

    double of(DataType type, double value) {
        if (this == NONE || type != DataType.FLOAT && type != DataType.DOUBLE) {
            return value;
        }
        if (this == AS_TYPED) {
            return type == DataType.FLOAT ? (float) value : value;
        }
        int bits = Float.floatToRawIntBits((float) value);
        return Double.isFinite(value) ? Float.intBitsToFloat(bits + HALF & -1 << DROPPED_BITS) : value;
    }
}
