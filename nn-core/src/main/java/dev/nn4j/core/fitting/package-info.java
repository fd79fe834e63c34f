// SPDX-License-Identifier: Apache-2.0
/**
 * What is learnt of columns before training: features and their statistics, splits of the rows, and doubts about the
 * data.
 */
@NullMarked
package dev.nn4j.core.fitting;

import org.jspecify.annotations.NullMarked;
