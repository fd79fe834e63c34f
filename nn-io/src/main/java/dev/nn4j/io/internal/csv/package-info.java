// SPDX-License-Identifier: Apache-2.0
/** CSV over FastCSV. */
@NullMarked
package dev.nn4j.io.internal.csv;

import org.jspecify.annotations.NullMarked;
