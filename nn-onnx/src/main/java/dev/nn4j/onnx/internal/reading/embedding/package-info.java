// SPDX-License-Identifier: Apache-2.0
/** Embeddings of columns as nn4j writes them, found in a graph. */
@NullMarked
package dev.nn4j.onnx.internal.reading.embedding;

import org.jspecify.annotations.NullMarked;
