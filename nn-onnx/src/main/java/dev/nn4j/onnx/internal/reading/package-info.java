// SPDX-License-Identifier: Apache-2.0
/**
 * ONNX graphs to models. {@code OnnxBytes} reads the message, {@code Graph} checks and indexes it, {@code ChainWalk}
 * follows it from the output back to the input as a chain of {@code Step}s, {@code NetworkAssembly} makes layers and
 * scalers of them, and {@code Meaning} says what the numbers stand for.
 */
@NullMarked
package dev.nn4j.onnx.internal.reading;

import org.jspecify.annotations.NullMarked;
