// SPDX-License-Identifier: Apache-2.0
/**
 * Computes what an ONNX graph says, operator by operator as its specification has them, on a few rows: import compares
 * this with the network that it made. It knows the operators that import reads and those that activations are made of.
 */
@NullMarked
package dev.nn4j.onnx.internal.evaluation;

import org.jspecify.annotations.NullMarked;
