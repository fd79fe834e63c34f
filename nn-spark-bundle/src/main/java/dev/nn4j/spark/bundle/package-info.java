// SPDX-License-Identifier: Apache-2.0
/** What {@code spark-submit} runs: {@code train}, {@code tune}, {@code evaluate} and {@code predict}, as the command line has them. */
@NullMarked
package dev.nn4j.spark.bundle;

import org.jspecify.annotations.NullMarked;
