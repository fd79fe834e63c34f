// SPDX-License-Identifier: Apache-2.0
/** Rows of a network's outputs where it has several for each target: what loss, answers and ensembles make of them. */
@NullMarked
package dev.nn4j.core.internal.distribution;

import org.jspecify.annotations.NullMarked;
