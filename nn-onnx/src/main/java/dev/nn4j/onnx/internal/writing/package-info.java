// SPDX-License-Identifier: Apache-2.0
/** Models to ONNX graphs. */
@NullMarked
package dev.nn4j.onnx.internal.writing;

import org.jspecify.annotations.NullMarked;
