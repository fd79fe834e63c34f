// SPDX-License-Identifier: Apache-2.0
/**
 * The contract between nn4j and its components: four services ({@link dev.nn4j.api.Activation}, {@link
 * dev.nn4j.api.Loss}, {@link dev.nn4j.api.Initializer}, {@link dev.nn4j.api.Optimizer}), the hyperparameters they
 * declare, and the exceptions the platform throws.
 *
 * <p>A component is an immutable, stateless strategy with a default configuration; it is found through {@link
 * java.util.ServiceLoader} and known everywhere, files included, by its {@linkplain
 * dev.nn4j.api.Component#name() name}.
 *
 * <p>Data is {@code float[]}, row-major: with {@code width} values to a row, row r is {@code [r·width, (r+1)·width)}.
 * {@code from} and {@code to} are array indices, multiples of {@code width}. Symbols used throughout: X inputs, W
 * weights {@code [fan-in, fan-out]}, b biases, {@code z = x·W + b} pre-activations, {@code a = g(z)} activations, y
 * predictions, t targets, L the loss, and {@code dv = ∂L/∂v} for every v.
 */
@NullMarked
package dev.nn4j.api;

import org.jspecify.annotations.NullMarked;
