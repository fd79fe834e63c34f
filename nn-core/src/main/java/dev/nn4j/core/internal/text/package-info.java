// SPDX-License-Identifier: Apache-2.0
/**
 * Texts of cells and messages: the tiny readers of cells, whose source is also copied into exported Java, and words
 * for values.
 */
@NullMarked
package dev.nn4j.core.internal.text;

import org.jspecify.annotations.NullMarked;
