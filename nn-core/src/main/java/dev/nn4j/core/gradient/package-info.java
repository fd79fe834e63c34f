// SPDX-License-Identifier: Apache-2.0
/**
 * Gradients by blocks of rows, so that blocks may be computed anywhere: on other threads, in other processes, on other
 * machines. Whoever computes them, their sum has the same bits.
 */
@NullMarked
package dev.nn4j.core.gradient;

import org.jspecify.annotations.NullMarked;
