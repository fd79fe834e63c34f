// SPDX-License-Identifier: Apache-2.0
/** Rows of sources in blocks, for several threads. */
@NullMarked
package dev.nn4j.core.internal.reading;

import org.jspecify.annotations.NullMarked;
