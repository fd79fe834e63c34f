// SPDX-License-Identifier: Apache-2.0
/**
 * Which losses, networks and data go together, how parameters and targets are treated and rows ordered in training, and how a
 * layer is written in a line.
 */
@NullMarked
package dev.nn4j.core.internal.rules;

import org.jspecify.annotations.NullMarked;
