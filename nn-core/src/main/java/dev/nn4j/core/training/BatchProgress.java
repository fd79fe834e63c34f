// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import java.util.OptionalDouble;

/**
 * Where a training stands after a batch.
 *
 * @param epoch counted from 1
 * @param epochs the most there will be
 * @param rowsDone rows trained in this epoch so far
 * @param rows rows to an epoch
 * @param loss mean loss of this epoch's batches so far
 * @param accuracy of this epoch's batches so far; empty for regression
 */
public record BatchProgress(int epoch, int epochs, long rowsDone, long rows, double loss, OptionalDouble accuracy) {}
