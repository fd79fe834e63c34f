// SPDX-License-Identifier: Apache-2.0
/** Predictions as JSON, CSV and tensors. */
@NullMarked
package dev.nn4j.serve.internal.answer;

import org.jspecify.annotations.NullMarked;
