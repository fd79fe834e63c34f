// SPDX-License-Identifier: Apache-2.0
/** What stages share. */
@NullMarked
package dev.nn4j.spark.internal;

import org.jspecify.annotations.NullMarked;
