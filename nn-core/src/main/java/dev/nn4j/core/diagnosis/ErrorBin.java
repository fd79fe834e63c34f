// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

import java.util.OptionalDouble;

/**
 * How a model does on rows with about one value of a feature.
 *
 * @param value the value, or of numbers a range
 * @param rows that have it
 * @param cost their mean log-loss, or of a regression their mean absolute error, as they weigh
 * @param bias the mean of what is true less what is answered: of a regression of one target in its units, of a binary model of the
 *     positive class's probability; empty for others
 * @since 0.1.0
 */
public record ErrorBin(String value, long rows, double cost, OptionalDouble bias) {}
