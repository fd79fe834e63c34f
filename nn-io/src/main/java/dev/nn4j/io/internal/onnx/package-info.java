// SPDX-License-Identifier: Apache-2.0
/** What reading and writing ONNX share. */
@NullMarked
package dev.nn4j.io.internal.onnx;

import org.jspecify.annotations.NullMarked;
