// SPDX-License-Identifier: Apache-2.0
/** nn serve beside ONNX Runtime behind the same HTTP library, and under clients that do everything wrong. */
@NullMarked
package dev.nn4j.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
