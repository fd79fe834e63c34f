// SPDX-License-Identifier: Apache-2.0
/** What executors do to answer rows. */
@NullMarked
package dev.nn4j.spark.internal.scoring;

import org.jspecify.annotations.NullMarked;
