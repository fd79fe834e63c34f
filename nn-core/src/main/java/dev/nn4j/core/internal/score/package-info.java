// SPDX-License-Identifier: Apache-2.0
/** The formulas of scores, for evaluations of models and for what rules watch while a network is trained. */
@NullMarked
package dev.nn4j.core.internal.score;

import org.jspecify.annotations.NullMarked;
