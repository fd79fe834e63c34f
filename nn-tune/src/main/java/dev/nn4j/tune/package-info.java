// SPDX-License-Identifier: Apache-2.0
/** Searches for the settings with which a training answers best: {@link dev.nn4j.tune.Tuning}. */
@NullMarked
package dev.nn4j.tune;

import org.jspecify.annotations.NullMarked;
