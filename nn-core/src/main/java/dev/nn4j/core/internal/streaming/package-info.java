// SPDX-License-Identifier: Apache-2.0
/** Rows that a model is asked about as they come from their source, beside the truth. */
@NullMarked
package dev.nn4j.core.internal.streaming;

import org.jspecify.annotations.NullMarked;
