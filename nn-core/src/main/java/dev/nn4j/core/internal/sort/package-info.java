// SPDX-License-Identifier: Apache-2.0
/** Sorts whole numbers. */
@NullMarked
package dev.nn4j.core.internal.sort;

import org.jspecify.annotations.NullMarked;
