// SPDX-License-Identifier: Apache-2.0
/** Files: models, checkpoints and CSV. */
@SuppressWarnings("module") // nn-onnx is built after it
module dev.nn4j.io {
    requires transitive dev.nn4j.core;
    requires static org.jspecify;
    requires com.google.protobuf;
    requires de.siegmar.fastcsv;
    requires jdk.unsupported;
    requires org.slf4j;

    exports dev.nn4j.io;
    exports dev.nn4j.io.internal.file to
            dev.nn4j.onnx;
    exports dev.nn4j.io.internal.model to
            dev.nn4j.onnx;
}
