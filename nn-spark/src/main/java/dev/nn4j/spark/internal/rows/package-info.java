// SPDX-License-Identifier: Apache-2.0
/** Spark's rows as nn4j's: read by the types of their columns, put in the order of their content. */
@NullMarked
package dev.nn4j.spark.internal.rows;

import org.jspecify.annotations.NullMarked;
