// SPDX-License-Identifier: Apache-2.0
/**
 * ONNX graphs to models. {@code OnnxToModel} goes the way: {@code graph} checks and indexes the file, {@code chain}
 * follows it from the output back to the input as steps, {@code assembly} makes layers and scalers of them,
 * {@code schema} says what the numbers stand for, and {@code check} compares the model with the graph.
 */
@NullMarked
package dev.nn4j.onnx.internal.reading;

import org.jspecify.annotations.NullMarked;
