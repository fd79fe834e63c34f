// SPDX-License-Identifier: Apache-2.0
/** The graph as a chain of steps: a walk from the output back to the input, and readers for the operators on it. */
@NullMarked
package dev.nn4j.onnx.internal.reading.chain;

import org.jspecify.annotations.NullMarked;
