// SPDX-License-Identifier: Apache-2.0
/**
 * The optimizers that come with nn4j; definitions and defaults are PyTorch's.
 *
 * <p>In their formulas θ is a parameter, g its gradient, η the learning rate and k the step, counted from 1.
 *
 * <p>What depends on the step alone is computed once a step in double and rounded to float before the loop over the
 * parameters. That loop is + − × ÷ √ in float, element by element: exactly rounded everywhere, so neither slices nor
 * SIMD width show in the bits.
 */
@NullMarked
package dev.nn4j.optim;

import org.jspecify.annotations.NullMarked;
