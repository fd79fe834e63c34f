// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal;

/** The versions of ONNX that are written. */
public final class OperatorSet {
    /** The oldest operator set written. */
    public static final int OLDEST = 13;
    /** The newest operator set written. */
    public static final int NEWEST = 22;
    /** What is written unless another is asked for. */
    public static final int DEFAULT = 17;

    /** The domain of ONNX's operators for classic machine learning. */
    public static final String ML_DOMAIN = "ai.onnx.ml";
    /** The version of that domain which brought LabelEncoder with integer keys; all later ones keep it. */
    public static final int ML_VERSION = 2;

    private static final int FIRST_OF_IR_8 = 15;
    private static final int FIRST_OF_IR_9 = 19;
    private static final int FIRST_OF_IR_10 = 21;

    private OperatorSet() {}

    /**
     * Passes if this operator set is written.
     *
     * @throws IllegalArgumentException if not
     */
    public static void require(int opset) {
        if (opset < OLDEST || opset > NEWEST) {
            throw new IllegalArgumentException(
                    "ONNX: the operator set must be in [" + OLDEST + ", " + NEWEST + "], got " + opset);
        }
    }

    /** The version of the file format in which this operator set appeared. */
    public static int irVersion(int opset) {
        if (opset < FIRST_OF_IR_8) {
            return 7;
        }
        if (opset < FIRST_OF_IR_9) {
            return 8;
        }
        return opset < FIRST_OF_IR_10 ? 9 : 10;
    }
}
