// SPDX-License-Identifier: Apache-2.0
/** What reading and writing ONNX share. */
@NullMarked
package dev.nn4j.onnx.internal;

import org.jspecify.annotations.NullMarked;
