// SPDX-License-Identifier: Apache-2.0
/**
 * The losses that come with nn4j; definitions and defaults are PyTorch's.
 *
 * <p>In their formulas y is a prediction, t its target, z a logit and n the width of a row. Values are summed along
 * the row in double, in order; gradients are float. Finite values never give NaN, and a NaN prediction gives a NaN loss
 * and gradient.
 */
@NullMarked
package dev.nn4j.losses;

import org.jspecify.annotations.NullMarked;
