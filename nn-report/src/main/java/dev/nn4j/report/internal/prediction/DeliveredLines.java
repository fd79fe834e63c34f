// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.schema.InputTally;
import java.util.Optional;

/**
 * What came of a block of rows.
 *
 * @param lines of those before the fault
 * @param tally what the model's policies let through in them
 * @param fault why there are no more lines, if there is one; it comes behind them
 */
record DeliveredLines(LinesOut.Delivery lines, InputTally tally, Optional<RuntimeException> fault) {}
