// SPDX-License-Identifier: Apache-2.0
/** Rows of requests: JSON, CSV and tensors as sources of rows. */
@NullMarked
package dev.nn4j.serve.internal.rows;

import org.jspecify.annotations.NullMarked;
