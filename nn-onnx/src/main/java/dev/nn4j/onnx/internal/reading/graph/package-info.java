// SPDX-License-Identifier: Apache-2.0
/** The graph as it is read: its bytes, its rules, its values by name, and what is known without any input. */
@NullMarked
package dev.nn4j.onnx.internal.reading.graph;

import org.jspecify.annotations.NullMarked;
