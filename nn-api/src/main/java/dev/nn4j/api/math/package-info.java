// SPDX-License-Identifier: Apache-2.0
/**
 * Mathematics whose every bit is the same on every machine: {@link dev.nn4j.api.math.FloatMath float functions} built of
 * exactly rounded operations, {@link dev.nn4j.api.math.RowSums sums} in one order, and {@link
 * dev.nn4j.api.math.RandomStream random numbers} that depend on nothing but what they are for.
 */
@NullMarked
package dev.nn4j.api.math;

import org.jspecify.annotations.NullMarked;
