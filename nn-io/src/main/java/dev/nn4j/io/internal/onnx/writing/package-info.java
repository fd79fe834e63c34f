// SPDX-License-Identifier: Apache-2.0
/** Models to ONNX graphs. */
@NullMarked
package dev.nn4j.io.internal.onnx.writing;

import org.jspecify.annotations.NullMarked;
