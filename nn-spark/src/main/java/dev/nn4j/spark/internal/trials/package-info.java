// SPDX-License-Identifier: Apache-2.0
/** Trainings of one machine as tasks. */
@NullMarked
package dev.nn4j.spark.internal.trials;

import org.jspecify.annotations.NullMarked;
