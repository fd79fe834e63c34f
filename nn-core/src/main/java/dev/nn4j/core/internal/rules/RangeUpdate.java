// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.Optimizer;

/**
 * How the parameters {@code [from, to)} are updated.
 *
 * @param optimizer whose memory is that of the training's optimizer
 * @param rateFactor by which the learning rate is multiplied; at 0 the parameters stay as they are
 */
public record RangeUpdate(int from, int to, Optimizer optimizer, double rateFactor) {}
