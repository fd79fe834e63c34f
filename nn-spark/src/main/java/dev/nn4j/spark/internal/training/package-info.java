// SPDX-License-Identifier: Apache-2.0
/** Blocks of encoded rows on executors, and what they compute of them. */
@NullMarked
package dev.nn4j.spark.internal.training;

import org.jspecify.annotations.NullMarked;
