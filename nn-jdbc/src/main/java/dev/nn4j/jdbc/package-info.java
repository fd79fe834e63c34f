// SPDX-License-Identifier: Apache-2.0
/** What databases answer, as tables and row by row. */
@NullMarked
package dev.nn4j.jdbc;

import org.jspecify.annotations.NullMarked;
