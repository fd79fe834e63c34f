// SPDX-License-Identifier: Apache-2.0
/** Steps to layers and scalers, their numbers in double until a layer is complete. */
@NullMarked
package dev.nn4j.onnx.internal.reading.assembly;

import org.jspecify.annotations.NullMarked;
