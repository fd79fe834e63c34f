// SPDX-License-Identifier: Apache-2.0
/** What the numbers of a graph stand for: as its metadata has it, or as the graph suggests. */
@NullMarked
package dev.nn4j.onnx.internal.reading.schema;

import org.jspecify.annotations.NullMarked;
