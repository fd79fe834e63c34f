// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import java.util.OptionalDouble;

/**
 * A threshold that was chosen by rows, and what it is worth on them.
 *
 * @param label whose it is: the positive label of a binary model, or a target of several
 * @param threshold the probability above which the answer is yes
 * @param value the goal's measure with it; empty where no threshold reaches what the goal asks for, and then the threshold is
 *     the one of before
 * @param thresholdBefore the one that the model decided by
 * @param valueBefore the goal's measure with that; empty where it does not reach what the goal asks for
 * @since 0.1.0
 */
public record ChosenThreshold(
        String label, float threshold, OptionalDouble value, float thresholdBefore, OptionalDouble valueBefore) {}
