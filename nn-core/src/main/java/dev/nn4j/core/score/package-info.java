// SPDX-License-Identifier: Apache-2.0
/** The metrics that are one number: evaluations have them, and trainings may watch them. */
@NullMarked
package dev.nn4j.core.score;

import org.jspecify.annotations.NullMarked;
