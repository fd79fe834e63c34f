// SPDX-License-Identifier: Apache-2.0
/** Writing models for other run-times as ONNX, and reading dense networks from it. */
@NullMarked
package dev.nn4j.onnx;

import org.jspecify.annotations.NullMarked;
