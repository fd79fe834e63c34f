// SPDX-License-Identifier: Apache-2.0
/** The compute kernels: matrix products and sums behind one interface, each result one chain of fma. */
@NullMarked
package dev.nn4j.core.internal.kernels;

import org.jspecify.annotations.NullMarked;
