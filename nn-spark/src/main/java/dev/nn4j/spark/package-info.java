// SPDX-License-Identifier: Apache-2.0
/**
 * nn4j on Apache Spark: models that answer the rows of DataFrames, and trainings on rows that lie on a cluster. On the class
 * path, as Spark has it.
 */
@NullMarked
package dev.nn4j.spark;

import org.jspecify.annotations.NullMarked;
