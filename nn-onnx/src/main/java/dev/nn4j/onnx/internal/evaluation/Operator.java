// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

/** What a node's operator makes of its inputs. */
@FunctionalInterface
interface Operator {
    /** The first output. */
    Value apply(Node node);
}
