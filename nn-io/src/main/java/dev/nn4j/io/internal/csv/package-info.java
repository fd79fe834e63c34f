// SPDX-License-Identifier: Apache-2.0
/** CSV: a scanner of bytes, and FastCSV for what that leaves. */
@NullMarked
package dev.nn4j.io.internal.csv;

import org.jspecify.annotations.NullMarked;
