// SPDX-License-Identifier: Apache-2.0
/** Models as MLflow stores and serves them. */
@NullMarked
package dev.nn4j.onnx.mlflow;

import org.jspecify.annotations.NullMarked;
