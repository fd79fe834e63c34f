// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import java.io.Serial;

/** A graph that cannot be computed here; the message names the operator, in words that are safe to print. */
public final class EvaluationFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    EvaluationFault(String problem) {
        super(problem);
    }

    static void require(boolean condition, String problem) {
        if (!condition) {
            throw new EvaluationFault(problem);
        }
    }
}
