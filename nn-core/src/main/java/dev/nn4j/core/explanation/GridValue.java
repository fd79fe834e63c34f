// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import java.util.OptionalDouble;

/**
 * A value that a feature is given in all rows.
 *
 * @param text as people read it: a category, yes or no
 * @param number the number that it is, in the feature's own units; empty of a category
 * @since 0.1.0
 */
public record GridValue(String text, OptionalDouble number) {}
