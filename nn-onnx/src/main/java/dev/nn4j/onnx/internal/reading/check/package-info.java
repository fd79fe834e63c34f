// SPDX-License-Identifier: Apache-2.0
/** Whether the model that was read gives the numbers of its graph. */
@NullMarked
package dev.nn4j.onnx.internal.reading.check;

import org.jspecify.annotations.NullMarked;
