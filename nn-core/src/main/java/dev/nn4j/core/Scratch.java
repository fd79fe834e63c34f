// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

/**
 * The working memory of predictions, owned by the caller and reused, so that a prediction allocates nothing. For the {@link
 * Predictor} or {@link Network} that made it and for one thread at a time. What is in it is its maker's affair: a predictor
 * that asks others keeps theirs, and the arrays between, in a class of its own.
 *
 * @since 0.1.0
 */
public interface Scratch {}
