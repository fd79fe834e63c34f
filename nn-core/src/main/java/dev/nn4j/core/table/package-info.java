// SPDX-License-Identifier: Apache-2.0
/**
 * Tables: named columns of typed cells, in memory or in a store, and how rows of texts or of Java values become one.
 */
@NullMarked
package dev.nn4j.core.table;

import org.jspecify.annotations.NullMarked;
