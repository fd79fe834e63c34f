// SPDX-License-Identifier: Apache-2.0
/** Models to and from ONNX. */
module dev.nn4j.onnx {
    requires transitive dev.nn4j.core;
    requires static org.jspecify;
    requires transitive dev.nn4j.io;

    exports dev.nn4j.onnx;
    exports dev.nn4j.onnx.mlflow;
}
